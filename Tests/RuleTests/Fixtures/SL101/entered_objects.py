# An object that takes what it takes when it is entered holds nothing where nobody enters it.
from contextvars import ContextVar

import psycopg2

current = ContextVar("current")


class Setting:
    def __init__(self, name):
        self.name = name
        self.token = None

    @classmethod
    def of(cls, row):
        return cls(row["name"])

    def __enter__(self):
        self.token = current.set(self)
        return self

    def __exit__(self, kind, value, traceback):
        current.reset(self.token)

    def serialize(self):
        return {"name": self.name}


def first(row, work):
    with Setting.of(row):
        return work()


def second(row, work):
    with Setting.of(row) as setting:
        return work(setting)


def third(rows, work):
    for row in rows:
        with Setting(row["name"]):
            work(row)


def fourth(name, work):
    with Setting(name):
        return work()


def written(row):
    return Setting.of(row).serialize()


def named(name):
    setting = Setting(name)
    return setting.serialize()


class Link:
    """Is connected as soon as it is made."""

    def __init__(self, address):
        self.connection = psycopg2.connect(address)

    def __enter__(self):
        self.connection.cursor().execute("BEGIN")
        return self

    def __exit__(self, kind, value, traceback):
        self.connection.close()

    def ask(self, text):
        return self.connection.cursor().execute(text)


def entered(address):
    with Link(address) as link:
        return link.ask("SELECT 1")


def entered_too(address):
    with Link(address) as link:
        return link.ask("SELECT 2")


def left(address):
    link = Link(address)  # expect: SL101
    return link.ask("SELECT 3")
