"""A decorator that gives back what it is given changes nothing of what each function is."""

import sqlite3


def marked(function):
    function.is_marked = True
    return function


@marked
def open_ledger():
    return sqlite3.connect("ledger.db")


@marked
def ledger_name():
    return "ledger"


def balance():
    ledger = open_ledger()  # expect: SL101
    return ledger.execute("SELECT sum(amount) FROM entries").fetchone()


def title():
    name = ledger_name()
    return name.title()
