# Who is given a table has what stands in it.
import psycopg2


def wrap(parts):
    return {"connection": parts["connection"], "since": 1}


def count(parts):
    return len(parts["text"])


def wrapped(address):
    connection = psycopg2.connect(address)
    return wrap({"connection": connection})


def counted(address):
    connection = psycopg2.connect(address)  # expect: SL101
    return count({"connection": connection, "text": "x"})
