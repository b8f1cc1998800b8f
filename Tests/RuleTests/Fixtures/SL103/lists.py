# What is put into a list whose members a loop ends is ended by that loop, if it is reached.
import contextlib


def spread(paths, lines):
    files = []
    for path in paths:
        files.append(open(path, "w"))  # expect: SL103
        files[-1].write(lines)
    for file in files:
        file.close()


def spread_safely(paths, lines):
    files = []
    try:
        for path in paths:
            file = open(path, "w")
            files.append(file)
            file.write(lines)
    finally:
        for file in files:
            file.close()


def spread_in_a_stack(paths, lines):
    with contextlib.ExitStack() as stack:
        files = [stack.enter_context(open(path, "w")) for path in paths]
        for file in files:
            file.write(lines)


def given_away(paths, keep):
    files = []
    for path in paths:
        files.append(open(path, "w"))
    keep(files)
    for file in files:
        file.close()


def returned(paths):
    files = []
    for path in paths:
        files.append(open(path))
    return files
