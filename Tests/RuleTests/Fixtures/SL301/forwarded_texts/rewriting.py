# A cursor of one's own, around one that nobody sees here, which rewrites what it is given.
import re

from storage.pool import borrow


def adapted(sql):
    return re.sub(r"\?", "%s", sql), sql.count("?")


class Cursor:
    def __init__(self, cursor):
        self._cursor = cursor

    def execute(self, sql, params=None):
        text, _ = adapted(sql)
        self._cursor.execute(text, params)
        return self

    def fetchone(self):
        return self._cursor.fetchone()


class Connection:
    def __init__(self, connection):
        self._connection = connection

    def cursor(self):
        return Cursor(self._connection.cursor())

    def commit(self):
        self._connection.commit()


def connect():
    return Connection(borrow())
