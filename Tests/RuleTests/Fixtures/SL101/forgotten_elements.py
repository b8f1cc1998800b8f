# What an object gathers in a list or table of its own is its own to give back.
import os
import socket
import tempfile


class Scratch:
    """Gives files away and remembers them; its end only removes their names."""

    def __init__(self):
        self.files = []

    def make(self):
        file = tempfile.NamedTemporaryFile(delete=False)  # expect: SL101
        self.files.append(file)
        return file

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        for file in self.files:
            os.unlink(file.name)


class RightScratch:
    def __init__(self):
        self.drafts = []

    def make(self):
        file = tempfile.NamedTemporaryFile(delete=False)
        self.drafts.append(file)
        return file

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        for file in self.drafts:
            file.close()
            os.unlink(file.name)


class Peers:
    def __init__(self, address):
        self.journal = open("peers.log", "a")
        self.links = {}
        self.lines = {}
        self.wires = {}

    def link(self, name, address):
        if name not in self.links:
            self.links[name] = socket.create_connection(address)  # expect: SL101
        self.links[name].sendall(b"hello")

    def line(self, name, address):
        self.lines[name] = socket.create_connection(address)

    def hang_up(self, name):
        self.lines.pop(name).close()

    def wire(self, name, address):
        self.wires[name] = socket.create_connection(address)

    def close(self):
        self.journal.close()
        for _, wire in self.wires.items():
            wire.close()


class Handed:
    """Somebody else gets the whole list."""

    def __init__(self, closer):
        self.closer = closer
        self.parts = []
        self.log = open("parts.log", "a")

    def part(self, address):
        self.parts.append(socket.create_connection(address))

    def close(self):
        self.log.close()
        self.closer(self.parts)


class Endless:
    """Has no end: what it gathers lives as long as the process."""

    def __init__(self):
        self.known = {}

    def get(self, name, address):
        if name not in self.known:
            self.known[name] = socket.create_connection(address)
        return self.known[name]
