# What an object keeps and closes in one method, another method may not just forget.
import socket

import psycopg2


class Links:
    def __init__(self):
        self.links = {}

    def get(self, host):
        if host not in self.links:
            self.links[host] = socket.create_connection((host, 1))  # expect: SL108
        return self.links[host]

    def send(self, host, text):
        try:
            self.get(host).sendall(text)
        except TimeoutError:
            del self.links[host]
            raise

    def close(self):
        for link in self.links.values():
            link.close()


class Store:
    def __init__(self, dsn):
        self.dsn = dsn
        self.conn = None

    def get(self):
        if self.conn is None:
            self.conn = psycopg2.connect(self.dsn)  # expect: SL108
        return self.conn

    def run(self, query):
        try:
            with self.get().cursor() as cursor:
                cursor.execute(query)
        except psycopg2.OperationalError:
            self.conn = None
            raise

    def close(self):
        if self.conn is not None:
            self.conn.close()
            self.conn = None


class Right:
    def __init__(self, dsn):
        self.dsn = dsn
        self.conn = None
        self.links = {}

    def get(self):
        if self.conn is None:
            self.conn = psycopg2.connect(self.dsn)
        return self.conn

    def link(self, host):
        self.links[host] = socket.create_connection((host, 1))

    def check(self):
        if self.conn.closed:
            self.conn = None

    def take(self):
        conn, self.conn = self.conn, None
        return conn

    def run(self, query):
        try:
            with self.get().cursor() as cursor:
                cursor.execute(query)
        except psycopg2.OperationalError:
            self.close()
            raise

    def ping(self, host):
        try:
            self.links[host].sendall(b"ping")
        except ConnectionError:
            self.links.pop(host, None)

    def on_connection_lost(self, host):
        self.conn = None
        self.links.pop(host, None)

    def send(self, host, text):
        try:
            self.links[host].sendall(text)
        except TimeoutError:
            self.links.pop(host).close()
            raise

    def close(self):
        for link in self.links.values():
            link.close()
        if self.conn is not None:
            self.conn.close()
            self.conn = None


class Feed:
    """What the constructor's helper sets is there for the first time."""

    def __init__(self, dsn):
        self.dsn = dsn
        self.begin()

    def begin(self):
        self.conn = None

    def open(self):
        self.conn = psycopg2.connect(self.dsn)

    def close(self):
        if self.conn is not None:
            self.conn.close()
            self.conn = None
