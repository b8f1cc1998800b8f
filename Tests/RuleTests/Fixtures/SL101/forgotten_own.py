# A class that ends one of its fields and forgets another, whose object runs threads.
import threading
import queue


class Workers:
    def __init__(self, size):
        self.queue = queue.Queue()
        self.threads = []
        for _ in range(size):
            worker = threading.Thread(target=self.work)
            worker.start()
            self.threads.append(worker)

    def work(self):
        while self.queue.get():
            pass

    def shutdown(self):
        for _ in self.threads:
            self.queue.put(None)


class Source:
    def __init__(self, path, size):
        self.file = open(path, "rb")
        self.workers = Workers(size)  # expect: SL101

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.file.close()


class RightSource:
    def __init__(self, path, size):
        self.file = open(path, "rb")
        self.workers = Workers(size)

    def close(self):
        self.file.close()
        self.workers.shutdown()
