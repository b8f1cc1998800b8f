from psycopg2.pool import ThreadedConnectionPool

pool = ThreadedConnectionPool(1, 10)


def lost(shards):
    conn = pool.getconn()  # expect: SL108
    if shards > 1:
        conn = pool.getconn()
    try:
        conn.cursor()
    finally:
        pool.putconn(conn)


def right(shards):
    conn = pool.getconn()
    if shards > 1:
        pool.putconn(conn)
        conn = pool.getconn()
    try:
        conn.cursor()
    finally:
        pool.putconn(conn)
