"""A lock that one method takes for another is given back where taking fails."""

import threading


class Table:
    def __init__(self):
        self.locks = {}
        self.values = {}
        self.whole = threading.RLock()

    def take(self, key):
        lock = self.locks[key]
        lock.acquire()
        try:
            return self.values[key]
        except BaseException:
            lock.release()
            raise

    def give(self, key, value):
        lock = self.locks[key]
        self.values[key] = value
        lock.release()

    def take_all(self):
        self.whole.acquire()
        try:
            return self.values["all"]
        except BaseException:
            self.whole.release()
            raise

    def give_all(self):
        self.whole.release()

    def look(self, key):
        lock = threading.Lock()
        lock.acquire()  # expect: SL102
        if key not in self.values:
            return None
        lock.release()
        return self.values[key]
