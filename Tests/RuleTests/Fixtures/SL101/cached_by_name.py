"""A helper that keeps what it gives under a name gives the same one again: nobody else closes it."""

import psycopg2


class Driver:
    def __init__(self, connection: psycopg2.extensions.connection, request):
        self.connection = connection
        self.request = request

    def cursor(self):
        found = getattr(self.request, "cursor", None)
        if found and not found.closed:
            return True, found
        cursor = self.connection.cursor("rows")
        setattr(self.request, "cursor", cursor)
        return True, cursor

    def first(self, query):
        is_open, cursor = self.cursor()
        if not is_open:
            return None
        cursor.execute(query)
        return cursor.fetchone()
