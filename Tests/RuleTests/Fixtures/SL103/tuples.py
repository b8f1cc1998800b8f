"""A function that gives a connection as one of several things."""
import psycopg2


def open_store(url):
    connection = psycopg2.connect(url)
    return connection, "orders"


def count(url):
    connection, table = open_store(url)  # expect: SL103
    cursor = connection.cursor()
    cursor.execute("SELECT count(*) FROM " + table)
    result = cursor.fetchone()
    connection.close()
    return result


def count_safely(url):
    connection, table = open_store(url)
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT count(*) FROM " + table)
        return cursor.fetchone()
    finally:
        connection.close()


class Store:
    def __init__(self, url):
        self.connection, self.table = open_store(url)

    def close(self):
        self.connection.close()
