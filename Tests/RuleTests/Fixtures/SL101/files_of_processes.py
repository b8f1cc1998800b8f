# A process has the files that it is given open for itself; nobody closes those of its parent.
import subprocess


def execute(command, source=None):
    process = subprocess.Popen(command, stdin=source)
    return process.communicate()


class Runner:
    def execute(self, command, log=True, source=None):
        process = subprocess.Popen(command, stdin=source)
        process.wait()


class Command:
    def __init__(self):
        self.runner = Runner()

    def run(self, command):
        self.runner.execute(command, source=open("/dev/null"))  # expect: SL101


def silent(command):
    return execute(command, source=open("/dev/null"))  # expect: SL101


def logged(command):
    log = open("command.log", "w")  # expect: SL101
    process = subprocess.Popen(command, stdout=log)
    return process.wait()


def closed(command):
    with open("/dev/null") as source:
        return execute(command, source=source)
