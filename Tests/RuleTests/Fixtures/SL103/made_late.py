# An own class that opens itself at its first request holds nothing before; made by a method of the
# class it is the same.
import socket


class Link:
    def __init__(self, host):
        self.host = host
        self.sock = None

    @classmethod
    def make(cls, host):
        return cls(host)

    def twin(self):
        return self.__class__(self.host)

    def open(self):
        self.sock = socket.create_connection((self.host, 80))

    def ask(self, text):
        if self.sock is None:
            self.open()
        self.sock.sendall(text)
        return self.sock.recv(10)

    def close(self):
        if self.sock is not None:
            self.sock.close()


def read_headers(stream):
    return stream.read()


def ask(host, stream):
    link = Link(host)
    headers = read_headers(stream)
    try:
        return link.ask(headers)
    finally:
        link.close()


def ask_made(host):
    link = Link.make(host)  # expect: SL103
    link.open()
    size = len(link.ask(b"size"))
    link.close()
    return size


def never(host):
    link = Link.make(host)  # expect: SL101
    link.open()
    return len(link.ask(b"size"))


def of_twin(host):
    link = Link(host)
    try:
        twin = link.twin()  # expect: SL101
        return len(twin.ask(b"size"))
    finally:
        link.close()
