"""A session that a method keeps in a field anew for each call, and that nobody closes."""

import sqlalchemy
from sqlalchemy.orm import sessionmaker


class Engine:
    def __init__(self, url):
        self._store = sqlalchemy.create_engine(url)
        self._make = sessionmaker(bind=self._store)

    def process(self, batch):
        self._running = self._make()  # expect: SL101
        for item in batch:
            self.one(item)

    def one(self, item):
        self._running.add(item)
        self._running.commit()


class ClosingEngine:
    def __init__(self, url):
        self._store = sqlalchemy.create_engine(url)
        self._make = sessionmaker(bind=self._store)

    def process(self, batch):
        self._open = self._make()
        try:
            for item in batch:
                self._open.add(item)
            self._open.commit()
        finally:
            self._open.close()
