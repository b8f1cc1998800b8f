# In a table that was just made is nobody else: the second of two fails to make it.
import sqlite3


def _lay_out(conn):
    conn.execute("CREATE TABLE layout (version INTEGER)")
    conn.execute("INSERT INTO layout (version) VALUES (1)")


def prepare(path):
    conn = sqlite3.connect(path)
    try:
        row = conn.execute("SELECT version FROM layout").fetchone()
        if row is None:
            _lay_out(conn)
    finally:
        conn.close()


def note(conn, name):
    conn.execute("CREATE TABLE IF NOT EXISTS names (name TEXT)")
    row = conn.execute("SELECT 1 FROM names WHERE name = ?", (name,)).fetchone()
    if row is None:
        conn.execute("INSERT INTO names (name) VALUES (?)", (name,))  # expect: SL301
        conn.commit()
