# An object that is not made owns nothing: who gave it a file has that still, and no name for it.
import socket


class Reader:
    def __init__(self, file):
        self.file = file
        self.header = self.read_header()

    def read_header(self):
        return parse(self.file.read(16))

    def close(self):
        self.file.close()


class Session:
    def __init__(self, peer, name):
        self.peer = peer
        self.name = name
        self.peer.sendall(name)

    def close(self):
        self.peer.close()


class Plain:
    def __init__(self, file):
        self.file = file
        self.lines = 0

    def close(self):
        self.file.close()


class Careful:
    def __init__(self, file):
        self.file = file
        try:
            self.header = parse(self.file.read(16))
        except ValueError:
            self.file.close()
            raise

    def close(self):
        self.file.close()


class Registered:
    def __init__(self, file, registry):
        registry.add(file)
        self.file = file
        self.header = parse(self.file.read(16))


def reader(path):
    return Reader(open(path, "rb"))  # expect: SL103


def session(host, name):
    peer = socket.create_connection((host, 7000))  # expect: SL103
    return Session(peer, name)


def session_right(host, name):
    peer = socket.create_connection((host, 7000))
    try:
        return Session(peer, name)
    except OSError:
        peer.close()
        raise


def plain(path):
    return Plain(open(path, "rb"))


def careful(path):
    return Careful(open(path, "rb"))


def registered(path, registry):
    return Registered(open(path, "rb"), registry)
