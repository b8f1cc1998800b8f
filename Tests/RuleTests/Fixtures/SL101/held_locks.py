# A lock in a field is somebody else's to give back only if somebody does.
import threading

_writing = threading.Lock()


class Importer:
    def __init__(self):
        self._running = threading.Lock()
        self._open = threading.Lock()
        self._rows = threading.Semaphore(4)

    def run(self, rows):
        if not self._running.acquire(blocking=False):
            raise RuntimeError("an import is running")
        try:
            self.load(rows)
        finally:
            self._running.release()

    def check(self, rows):
        if self._running.acquire(blocking=False):  # expect: SL101
            print("nothing is running")
        return len(rows)

    def load(self, rows):
        self._open.acquire()
        self.rows = rows

    def finish(self):
        self._open.release()

    def take(self):
        self._rows.acquire()

    def lock(self):
        self._running.acquire()


def write(path, text):
    _writing.acquire()
    try:
        path.write_text(text)
    finally:
        _writing.release()


def append(path, text):
    _writing.acquire()  # expect: SL101
    path.write_text(path.read_text() + text)
