import psycopg2


# Nobody in the program ever closes what this object takes for itself.
class Report:
    def __init__(self, dsn):
        self.report_connection = psycopg2.connect(dsn)  # expect: SL101

    def rows(self):
        with self.report_connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return cursor.fetchall()


class Ledger:
    def __init__(self, dsn):
        self.ledger_connection = psycopg2.connect(dsn)

    def close(self):
        self.ledger_connection.close()


# Somebody else closes it.
class Journal:
    def __init__(self, dsn):
        self.journal_connection = psycopg2.connect(dsn)


def finish(journal):
    journal.journal_connection.close()
