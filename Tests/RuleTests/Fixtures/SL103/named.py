"""What only the variable's name, or the name of the pool, calls a connection."""

from shop.links import make, pool


class Stock:
    def __init__(self, manager, connection_factory):
        self.manager = manager
        self.connection_factory = connection_factory

    def count(self, host):
        conn = make(host)  # expect: SL103
        rows = conn.execute("select count(*) from stock")
        conn.close()
        return rows

    def count_safely(self, host):
        conn = make(host)
        try:
            return conn.execute("select count(*) from stock")
        finally:
            conn.close()

    def prepare(self, host):
        connection = self.connection_factory(host)  # expect: SL103
        connection.set_keyspace("stock")
        connection.close()

    def rows(self, text):
        conn, cursor = self.manager.open()  # expect: SL103
        cursor.execute(text)
        rows = cursor.fetchall()
        self.manager.close(conn, cursor)
        return rows

    def rows_safely(self, text):
        conn, cursor = self.manager.open()
        try:
            cursor.execute(text)
            return cursor.fetchall()
        finally:
            self.manager.close(conn, cursor)

    def borrow(self, text):
        conn = pool.get()  # expect: SL103
        rows = conn.execute(text)
        pool.put(conn)
        return rows

    def borrow_safely(self, text):
        conn = pool.get()
        try:
            return conn.execute(text)
        finally:
            pool.put(conn)


class Cache:
    """What is looked up was there before, and what is put into a queue is no connection."""

    def __init__(self, queue, connections):
        self.queue = queue
        self.connections = connections

    def requeue(self, work):
        item = self.queue.get()
        work(item)
        self.queue.put(item)

    def drop(self, key):
        conn = self.connections.pop(key)
        conn.send(b"bye")
        conn.close()

    def ask(self, key):
        conn = self.connections.get(key)
        return conn.execute("select 1")


class Ledger:
    """Nothing says what it opens; that it disconnects says enough."""

    def __init__(self, project):
        self.hub = project.hub

    def store(self, row):
        self.hub.execute("insert into ledger values (?)", row)

    def disconnect(self):
        self.hub.disconnect()


def note(project, row):
    ledger = Ledger(project)  # expect: SL103
    ledger.store(row)
    ledger.disconnect()


def note_safely(project, row):
    ledger = Ledger(project)
    try:
        ledger.store(row)
    finally:
        ledger.disconnect()
