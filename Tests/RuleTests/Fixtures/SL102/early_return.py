import psycopg2
from psycopg2.pool import ThreadedConnectionPool

pool = ThreadedConnectionPool(1, 10)


def lost(user_id):
    conn = pool.getconn()  # expect: SL102
    cursor = conn.cursor()
    cursor.execute("SELECT name FROM users WHERE id = %s", (user_id,))
    row = cursor.fetchone()
    if row is None:
        return None
    pool.putconn(conn)
    return row[0]


def right(user_id):
    conn = pool.getconn()
    try:
        with conn.cursor() as cursor:
            cursor.execute("SELECT name FROM users WHERE id = %s", (user_id,))
            return cursor.fetchone()
    finally:
        pool.putconn(conn)


def right_returned():
    conn = pool.getconn()
    conn.autocommit = True
    return conn
