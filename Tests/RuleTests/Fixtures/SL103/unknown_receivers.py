"""What a parameter without a type gives is said by a name that one sort of method has."""

import threading

import pymysql


class Storage:
    def __init__(self, address):
        self.address = address

    def open_connection(self):
        return pymysql.connect(host=self.address)


class Cache:
    def __init__(self, address):
        self.address = address
        self.kept = None

    # Two classes have such a method, and one of them keeps what it gives.
    def get_session(self):
        if self.kept is None:
            self.kept = pymysql.connect(host=self.address)
        return self.kept

    def close(self):
        if self.kept is not None:
            self.kept.close()


class Sessions:
    def get_session(self):
        return pymysql.connect(host="sessions")


class Turns:
    def __init__(self):
        self.turn = threading.Lock()

    # One word says nothing.
    def take(self):
        return pymysql.connect(host="turns")


def total(storage):
    connection = storage.open_connection()  # expect: SL103
    cursor = connection.cursor()
    cursor.execute("SELECT sum(amount) FROM orders")
    result = cursor.fetchone()
    connection.close()
    return result


def total_well(storage):
    connection = storage.open_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT sum(amount) FROM orders")
        return cursor.fetchone()
    finally:
        connection.close()


# Who is given it may close it.
def opened(storage):
    return storage.open_connection()


def kept(cache):
    connection = cache.get_session()
    cursor = connection.cursor()
    cursor.execute("SELECT 1")
    return cursor.fetchone()


def taken(turns):
    connection = turns.take()
    cursor = connection.cursor()
    cursor.execute("SELECT 1")
    return cursor.fetchone()
