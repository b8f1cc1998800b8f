# The end of a scope gives back what the scope took, also where its body raised.
from psycopg2.pool import ThreadedConnectionPool

pool = ThreadedConnectionPool(1, 10)


class Unit:
    def __enter__(self):
        self.connection = pool.getconn()  # expect: SL102
        return self.connection

    def __exit__(self, kind, error, trace):
        if kind is None:
            pool.putconn(self.connection)


class RightUnit:
    def __enter__(self):
        self.connection = pool.getconn()
        return self.connection

    def __exit__(self, kind, error, trace):
        try:
            if kind is None:
                self.connection.commit()
            else:
                self.connection.rollback()
        finally:
            pool.putconn(self.connection)


class Shared:
    def __init__(self, connection=None):
        self.own = connection is None
        self.connection = connection or pool.getconn()

    def __enter__(self):
        return self.connection

    def __exit__(self, kind, error, trace):
        # Whose it is says the object, not what was raised.
        if self.own:
            pool.putconn(self.connection)
