"""What calls of the operating system raise, its own errors' handlers see."""

import fcntl
import json
import os


def lock(path):
    handle = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (IOError, OSError):
        os.close(handle)
        return None
    return handle


def lock_if_free(path):
    handle = os.open(path, os.O_RDWR | os.O_CREAT)  # expect: SL103
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return handle


def note(path, entry):
    handle = os.open(path, os.O_RDWR | os.O_CREAT)  # expect: SL103
    try:
        os.write(handle, json.dumps(entry).encode())
    except OSError:
        os.close(handle)
        return None
    return handle
