"""A connection that gave a cursor is there, whatever it was before the `try`."""

import pymssql


def totals(server, sql):
    connection = None
    try:
        connection = pymssql.connect(server=server)
        cursor = connection.cursor()
        cursor.execute(sql)
        rows = cursor.fetchall()
        cursor.close()
    except pymssql.Error as problem:
        return None, str(problem)
    finally:
        if connection is not None:
            connection.close()
    return rows, None


def totals_of(server, sql):
    connection = None
    try:
        connection = pymssql.connect(server=server)
        cursor = connection.cursor()
        cursor.execute(sql)
        rows = cursor.fetchall()
        cursor.close()
    finally:
        if connection:
            connection.close()
    return rows


def totals_of_shared(server, sql, shared=None):
    connection = shared or pymssql.connect(server=server)
    cursor = connection.cursor()  # expect: SL103
    try:
        cursor.execute(sql)
        rows = cursor.fetchall()
        cursor.close()
    finally:
        if shared is None:
            connection.close()
    return rows
