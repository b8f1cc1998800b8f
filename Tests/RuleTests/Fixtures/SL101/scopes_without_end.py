# The block of a `with` statement is there to end what its object has: here it forgets that.
import sqlite3
import tempfile
from concurrent.futures import ThreadPoolExecutor


class Draft:
    def __init__(self):
        self.draft = tempfile.NamedTemporaryFile()  # expect: SL101

    def __enter__(self):
        return self.draft.name

    def __exit__(self, *error):
        pass


class Ledger:
    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.books = sqlite3.connect(self.path)  # expect: SL101
        return self.books

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.books.commit()
        else:
            self.books.rollback()


class Sheets:
    def __init__(self, path):
        self.sheet = open(path)
        self.readers = ThreadPoolExecutor(4)  # expect: SL101

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.sheet.close()


class Closing:
    def __init__(self, path):
        self.store = sqlite3.connect(path)
        self.notes = open(path + ".notes", "a")

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.stop()

    def stop(self):
        self.store.close()
        for part in (self.notes,):
            part.close()


class Handing:
    def __init__(self, path):
        self.handed = sqlite3.connect(path)

    def __enter__(self):
        return self.handed

    def __exit__(self, *error):
        release_all(self.handed)
