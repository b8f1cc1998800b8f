# What a method stores in a field that another method ends is the object's, whatever happens next.
import socket

import psycopg2


class Follower:
    def __init__(self, path):
        self.path = path
        self.file = None

    def lines(self):
        self.file = open(self.path)
        yield from self.rest()
        self.file.close()
        self.file = open(self.path)
        yield from self.rest()

    def rest(self):
        while line := self.file.readline():
            yield line

    def close(self):
        if self.file:
            self.file.close()


class Ledger:
    def __init__(self, dsn):
        self.connection = psycopg2.connect(dsn)  # expect: SL103
        self.prepare()

    def prepare(self):
        self.connection.cursor().execute("SET search_path TO ledger")

    def close(self):
        self.connection.close()


class CarefulLedger:
    def __init__(self, dsn):
        self.connection = psycopg2.connect(dsn)
        try:
            self.prepare()
        except BaseException:
            self.connection.close()
            raise

    def prepare(self):
        self.connection.cursor().execute("SET search_path TO ledger")

    def close(self):
        self.connection.close()


class Listener:
    """The socket of one that could not be made is collected with it."""

    def __init__(self, address):
        self.peer = socket.socket()
        self.greet(address)

    def greet(self, address):
        self.peer.connect(address)

    def close(self):
        self.peer.close()


class Dialer:
    def dial(self, addresses):
        for address in addresses:
            self.line = socket.socket()
            try:
                self.line.connect(address)
            except OSError:
                self.line.close()
                continue
            break

    def hang_up(self):
        self.line.close()
