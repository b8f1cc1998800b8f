# An object with an end gives back there what it holds, or has forgotten it.
import socket
from concurrent.futures import ThreadPoolExecutor


class Link:
    def __init__(self, address, path):
        self.peer = socket.create_connection(address)
        self.journal = open(path, "a")  # expect: SL101
        self.workers = ThreadPoolExecutor(2)

    def send(self, text):
        self.journal.write(text)
        return self.workers.submit(self.peer.sendall, text.encode())

    def close(self):
        self.peer.close()
        self.workers.shutdown()


class Feed:
    def __init__(self, address, path):
        self.source = socket.create_connection(address)
        self.sink = open(path, "a")

    def close(self):
        for each in (self.source, self.sink):
            each.close()


class Journal:
    """Has no end, and its file ends with it."""

    def __init__(self, path):
        self.pages = open(path, "a")

    def write(self, text):
        self.pages.write(text)
