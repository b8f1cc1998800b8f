# The last of those who share a lock gives it back: a count in a field says who that is.
import fcntl
from contextlib import contextmanager


class Shared:
    def __init__(self, file):
        self.file = file
        self.readers = 0

    @contextmanager
    def reading(self):
        if self.readers == 0:
            fcntl.lockf(self.file.fileno(), fcntl.LOCK_SH)
        self.readers += 1
        try:
            yield
        finally:
            self.readers -= 1
            if self.readers == 0:
                fcntl.lockf(self.file.fileno(), fcntl.LOCK_UN)

    def write(self, text):
        fcntl.lockf(self.file.fileno(), fcntl.LOCK_EX)  # expect: SL102
        if not text:
            return
        self.file.write(text)
        fcntl.lockf(self.file.fileno(), fcntl.LOCK_UN)
