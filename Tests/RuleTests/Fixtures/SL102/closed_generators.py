"""Who goes through a generator no further closes it at its `yield`: no `except Exception` sees that."""

from contextlib import contextmanager

import psycopg2


def rows(address, query):
    connection = psycopg2.connect(address)  # expect: SL102
    try:
        cursor = connection.cursor()
        cursor.execute(query)
        for row in cursor:
            yield row
    except Exception:
        connection.close()
        raise
    connection.close()


# A `finally` sees it.
def rows_in_the_end(address, query):
    connection = psycopg2.connect(address)
    try:
        cursor = connection.cursor()
        cursor.execute(query)
        for row in cursor:
            yield row
    finally:
        connection.close()


# So do handlers of everything.
def rows_or_nothing(address, query):
    connection = psycopg2.connect(address)
    try:
        cursor = connection.cursor()
        cursor.execute(query)
        for row in cursor:
            yield row
    except BaseException:
        connection.close()
        raise
    connection.close()


def rows_until_closed(address, query):
    connection = psycopg2.connect(address)
    try:
        cursor = connection.cursor()
        cursor.execute(query)
        for row in cursor:
            yield row
    except (GeneratorExit, Exception):
        connection.close()
        raise
    connection.close()


# The block of a `with` statement goes on to its end.
@contextmanager
def session(address):
    connection = psycopg2.connect(address)
    try:
        yield connection
    except Exception:
        connection.close()
        raise
    connection.close()


# An open file is closed with the last name for it.
def lines(path):
    file = open(path)
    try:
        for line in file:
            yield line
    except Exception:
        file.close()
        raise
    file.close()
