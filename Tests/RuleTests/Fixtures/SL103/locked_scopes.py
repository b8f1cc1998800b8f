"""A lock on a file that a context manager takes, by a command that a variable names."""

import fcntl
from contextlib import contextmanager


class Storage:
    def __init__(self, path):
        self._file = open(path, "w+")

    def close(self):
        self._file.close()

    @contextmanager
    def locked(self, mode):
        command = fcntl.LOCK_EX if mode == "w" else fcntl.LOCK_SH
        fcntl.lockf(self._file.fileno(), command)  # expect: SL103
        yield
        fcntl.lockf(self._file.fileno(), fcntl.LOCK_UN)

    @contextmanager
    def locked_safely(self, mode):
        command = fcntl.LOCK_EX if mode == "w" else fcntl.LOCK_SH
        fcntl.lockf(self._file.fileno(), command)
        try:
            yield
        finally:
            fcntl.lockf(self._file.fileno(), fcntl.LOCK_UN)
