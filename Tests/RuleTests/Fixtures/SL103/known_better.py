# What a call gives is known by what it returns, also where others say that they close it.
import sqlite3


class Builder:
    def __init__(self, path):
        self.path = path
        con = self.connect()
        try:
            con.execute("CREATE TABLE IF NOT EXISTS books (id INTEGER)")
        finally:
            con.close()

    def connect(self):
        return sqlite3.connect(self.path)

    def state(self):
        return State(self)


class State:
    def __init__(self, builder):
        self.builder = builder

    def connect(self):
        return self.builder.connect()

    def books(self):
        con = self.connect()  # expect: SL103
        cur = con.cursor()
        found = list(self._books(cur))
        con.close()
        return found

    def _books(self, cur):
        cur.execute("SELECT id FROM books")
        yield from cur.fetchall()
