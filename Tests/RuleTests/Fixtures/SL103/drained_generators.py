"""A generator runs when it is gone through: what it raises comes out of the call that drains it."""

import sqlite3


def decoded(rows):
    for row in rows:
        if not row:
            raise ValueError("an empty row")
        yield row[0]


def pairs(rows):
    for row in rows:
        yield row, row


class Reader:
    def _rows(self, cursor):
        cursor.execute("SELECT name FROM rooms")
        yield from cursor.fetchall()

    def names(self, path):
        connection = sqlite3.connect(path)  # expect: SL103
        result = list(self._rows(connection.cursor()))
        connection.close()
        return result


def drained(rows, path):
    connection = sqlite3.connect(path)  # expect: SL103
    result = tuple(decoded(rows))
    connection.close()
    return result


def drained_later(rows, path):
    connection = sqlite3.connect(path)  # expect: SL103
    generator = decoded(rows)
    result = set(generator)
    connection.close()
    return result


def made_only(rows, path):
    connection = sqlite3.connect(path)
    generator = decoded(rows)
    connection.close()
    return generator


def quiet(rows, path):
    connection = sqlite3.connect(path)
    result = list(pairs(rows))
    connection.close()
    return result


def right(rows, path):
    connection = sqlite3.connect(path)
    try:
        return list(decoded(rows))
    finally:
        connection.close()
