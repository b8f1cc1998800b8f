# What follows the yield of a context manager does not run when the block raises, whatever the words.
from contextlib import contextmanager


class Store:
    @contextmanager
    def client(self):
        client = self._create_client()  # expect: SL103
        yield client
        self.pool.release(client.connection)

    @contextmanager
    def client_right(self):
        client = self._create_client()
        try:
            yield client
        finally:
            self.pool.release(client.connection)

    @contextmanager
    def worker(self):
        worker = self.idle()  # expect: SL103
        yield worker
        self.put(worker)

    @contextmanager
    def worker_right(self):
        worker = self.idle()
        try:
            yield worker
        finally:
            self.put(worker)

    @contextmanager
    def named(self, name):
        previous = self.current()
        self.rename(name)
        yield
        self.rename(previous)
