"""What a constructor opens for its object is nobody's when it means to raise: there is no object."""

import socket


class Archive:
    def __init__(self, path, sort):
        self.file = open(path, "rb")  # expect: SL103
        if sort not in ("tar", "zip"):
            raise ValueError(sort)

    def close(self):
        self.file.close()


class Known:
    def __init__(self, path, sort):
        if sort not in ("tar", "zip"):
            raise ValueError(sort)
        self.file = open(path, "rb")

    def close(self):
        self.file.close()


class Closing:
    def __init__(self, path, sort):
        self.file = open(path, "rb")
        if sort not in ("tar", "zip"):
            self.file.close()
            raise ValueError(sort)

    def close(self):
        self.file.close()


class Link:
    def __init__(self, host):
        self.socket = socket.create_connection((host, 7000))  # expect: SL103
        if self.socket.recv(1) != b"+":
            raise OSError("refused")

    def close(self):
        self.socket.close()


class Quiet:
    """What may fail, and is not meant to, ends with the object."""

    def __init__(self, host):
        self.socket = socket.create_connection((host, 7000))
        self.socket.sendall(b"hello")

    def close(self):
        self.socket.close()
