# A part of a handle has an end of its own, which is not the handle's.
import socket
import sqlite3


class Store:
    def open(self, path):
        connection = sqlite3.connect(path)  # expect: SL103
        self.prepare(connection)
        return connection

    def open_safely(self, path):
        connection = sqlite3.connect(path)
        try:
            self.prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def prepare(self, connection):
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=wal")
        cursor.close()


def reach(address, attempt):
    peer = socket.socket()  # expect: SL103
    attempt(lambda: peer.connect(address))
    return peer


def first(addresses, attempt):
    for address in addresses:
        peer = socket.socket()
        try:
            attempt(lambda: peer.connect(address))
            return peer
        except OSError as error:
            peer.close()
            print(error)


def run(pool, node, work):
    connection = pool.begin(node)  # expect: SL102
    if node.is_skipped:
        return None
    result = work(node)
    pool.close(connection)
    return result
