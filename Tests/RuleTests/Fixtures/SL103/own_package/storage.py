import psycopg2


def open_store():
    return psycopg2.connect("postgresql://localhost/shop")
