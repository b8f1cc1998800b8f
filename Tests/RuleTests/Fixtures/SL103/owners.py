import psycopg2


class Store:
    def __init__(self, dsn):
        self.dsn = dsn
        self.connection = psycopg2.connect(dsn)

    def rows(self, query):
        with self.connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchall()

    def finish(self):
        self.connection.close()


class Borrower:
    def __init__(self, connection):
        self.connection = connection

    def close(self):
        self.connection.close()


def wrong(dsn):
    store = Store(dsn)  # expect: SL103
    rows = store.rows("SELECT 1")
    store.finish()
    return rows


def dropped(dsn):
    return Store(dsn).rows("SELECT 1")  # expect: SL101


def right(dsn):
    store = Store(dsn)
    try:
        return store.rows("SELECT 1")
    finally:
        store.finish()


def given(dsn):
    return Store(dsn)


def given_wrong(dsn):
    store = given(dsn)  # expect: SL101
    return store.rows("SELECT 1")


class Service:
    def __init__(self, dsn):
        self.store = Store(dsn)


def borrowed(connection):
    return Borrower(connection).connection.status
