# A method that gives its own object back: the chain's result is what was made.
import fcntl
import os


class FileLock:
    def __init__(self, path):
        self.path = path
        self.handle = None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, traceback):
        self.release()

    def acquire(self):
        self.handle = os.open(self.path, os.O_CREAT)
        fcntl.flock(self.handle, fcntl.LOCK_EX)
        return self

    def release(self):
        fcntl.flock(self.handle, fcntl.LOCK_UN)
        os.close(self.handle)


def scoped(path, work):
    with FileLock(path):
        return work()


def straight(path, work):
    lock = FileLock(path).acquire()  # missing: SL103
    result = work()
    lock.release()
    return result


def right(path, work):
    lock = FileLock(path).acquire()
    try:
        return work()
    finally:
        lock.release()


class Store:
    def __init__(self, path):
        self.path = path
        self.lock = None

    def convert(self, work):
        self.lock = FileLock(self.path).acquire()
        try:
            work()
        finally:
            self.lock.release()
            self.lock = None

    def open(self):
        self.lock = FileLock(self.path).acquire()
        self.load()

    def load(self):
        pass

    def close(self):
        self.lock.release()
