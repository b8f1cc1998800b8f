"""The scope of a `with` block took what it lends to the block."""

from contextlib import contextmanager

import psycopg2


@contextmanager
def transaction(address):
    connection = psycopg2.connect(address)  # expect: SL101
    try:
        yield connection
        connection.commit()
    except Exception:
        connection.rollback()
        raise


@contextmanager
def transaction_well(address):
    connection = psycopg2.connect(address)
    try:
        yield connection
        connection.commit()
    except Exception:
        connection.rollback()
        raise
    finally:
        connection.close()


# What is one object's own goes on after the block.
class Store:
    def __init__(self, address):
        self.connection = psycopg2.connect(address)

    @contextmanager
    def transaction(self):
        try:
            yield self.connection
            self.connection.commit()
        except Exception:
            self.connection.rollback()
            raise

    def close(self):
        self.connection.close()
