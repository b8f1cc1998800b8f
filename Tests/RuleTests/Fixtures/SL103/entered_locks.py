"""To enter a lock of threads raises nothing."""

import fcntl
import threading
from contextlib import contextmanager

lock = threading.Lock()


@contextmanager
def alone(file):
    with lock:
        fcntl.lockf(file.fileno(), fcntl.LOCK_EX)
    try:
        yield
    finally:
        with lock:
            fcntl.lockf(file.fileno(), fcntl.LOCK_UN)


@contextmanager
def alone_for_good(file, journal):
    fcntl.lockf(file.fileno(), fcntl.LOCK_EX)  # expect: SL103
    try:
        yield
    finally:
        with journal.entry():
            fcntl.lockf(file.fileno(), fcntl.LOCK_UN)
