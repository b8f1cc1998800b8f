"""The method that gives back, given away: whoever has it answers for the connection."""

import atexit
import contextlib
import threading

import psycopg2


def by_stack(work):
    with contextlib.ExitStack() as stack:
        connection = psycopg2.connect("a")
        stack.callback(connection.close)
        work(connection)


def before_the_stack(work):
    connection = psycopg2.connect("a")
    with contextlib.ExitStack() as stack:
        stack.callback(connection.close)
        work(connection)


def at_exit(work):
    connection = psycopg2.connect("a")
    atexit.register(connection.close)
    return work(connection)


def by_event(app):
    connection = psycopg2.connect("a")
    app.add_event_handler("shutdown", connection.close)
    app.state.connections = 1


def later():
    connection = psycopg2.connect("a")
    threading.Timer(5, connection.close).start()


def returned(rows):
    connection = psycopg2.connect("a")
    return rows, connection.close


def in_list(work):
    connection = psycopg2.connect("a")
    cleanup = [connection.close]
    try:
        work(connection)
    finally:
        for step in cleanup:
            step()


def named(work):
    connection = psycopg2.connect("a")
    close = connection.close
    try:
        work(connection)
    finally:
        close()


def another(work, app):
    connection = psycopg2.connect("a")  # expect: SL101
    app.add_event_handler("shutdown", connection.cursor)
    work.count += 1
