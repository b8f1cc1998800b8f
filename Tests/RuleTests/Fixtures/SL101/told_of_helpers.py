"""What a function gives to several others, and none of them closes, is told of that function."""

import sqlite3


def connect(path):
    return sqlite3.connect(path)  # expect: SL101 "None of the 3 users of `connect`"


def add(path, item):
    with connect(path) as connection:
        connection.execute("INSERT INTO items VALUES (?)", (item,))


def count(path):
    with connect(path) as connection:
        return connection.execute("SELECT count(*) FROM items").fetchone()[0]


def remove(path, item):
    with connect(path) as connection:
        connection.execute("DELETE FROM items WHERE id = ?", (item,))


# One of them closes it, so the others can.
def attach(path):
    return sqlite3.connect(path)


def rename(path, item, name):
    with attach(path) as connection:  # expect: SL101
        connection.execute("UPDATE items SET name = ? WHERE id = ?", (name, item))


def names(path):
    with attach(path) as connection:  # expect: SL101
        return connection.execute("SELECT name FROM items").fetchall()


def first(path):
    connection = attach(path)
    try:
        return connection.execute("SELECT name FROM items").fetchone()
    finally:
        connection.close()
