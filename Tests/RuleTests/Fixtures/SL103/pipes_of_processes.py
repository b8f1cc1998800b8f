import subprocess


def first_line(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE)  # expect: SL103
    line = process.stdout.readline()
    process.wait()
    return line


def whole(command):
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        return process.stdout.readline()
