import threading


class Cache:
    def __init__(self):
        self.lock = threading.Lock()
        self.known = {}

    def ask(self, key, fetch):
        if key not in self.known:
            self.lock.acquire()
            try:
                self.known[key] = None
            finally:
                self.lock.release()
        found = fetch(key)
        self.lock.acquire()
        try:
            self.known[key] = found
        finally:
            self.lock.release()
        return found

    def twice(self):
        self.lock.acquire()
        self.lock.release()
        self.lock.release()  # expect: SL105
