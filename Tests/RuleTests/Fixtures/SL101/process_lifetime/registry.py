import psycopg2


# It lives as long as the process.
class Registry:
    def __init__(self, dsn):
        self.registry_connection = psycopg2.connect(dsn)


registry = Registry("dbname=registry")
