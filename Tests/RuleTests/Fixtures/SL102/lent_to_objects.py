"""An object that is made of a handle, stays here, and whose handle the function closes itself, is no owner."""

import sqlite3

from tables import Table, registry


def first_row(path, name):
    conn = sqlite3.connect(path)  # expect: SL102
    table = Table(name, source=conn)
    if not table.exists():
        return None
    row = table.first()
    conn.close()
    return row


def first_row_well(path, name):
    conn = sqlite3.connect(path)
    try:
        table = Table(name, source=conn)
        if not table.exists():
            return None
        return table.first()
    finally:
        conn.close()


def opened(path, name):
    """What leaves the function leaves with its connection."""
    conn = sqlite3.connect(path)
    table = Table(name, source=conn)
    if not table.exists():
        conn.close()
        return None
    return table


def registered(path, name):
    conn = sqlite3.connect(path)
    table = Table(name, source=conn)
    if not table.exists():
        conn.close()
        return None
    registry.append(table)
    return name
