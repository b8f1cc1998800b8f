import psycopg2
import sqlite3


def lost(dsn):
    conn = psycopg2.connect(dsn)  # expect: SL101
    with conn.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone()


def lost_in_with(dsn):
    # Leaving the block ends the transaction; the connection stays open.
    with psycopg2.connect(dsn) as conn:  # expect: SL101
        with conn.cursor() as cursor:
            cursor.execute("SELECT 1")


class Store:
    def __init__(self, path):
        self.conn = sqlite3.connect(path)

    def close(self):
        self.conn.close()
