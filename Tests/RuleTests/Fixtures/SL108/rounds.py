from psycopg_pool import ConnectionPool


def only_the_last(pool: ConnectionPool, tables):
    conn = None
    try:
        for table in tables:
            conn = pool.getconn()  # expect: SL108
            conn.execute("VACUUM " + table)
    finally:
        if conn is not None:
            pool.putconn(conn)


def forever(pool: ConnectionPool):
    while True:
        conn = pool.getconn()  # expect: SL108
        try:
            conn.execute("LISTEN jobs")
        except Exception:
            print("again")
            continue
        pool.putconn(conn)


def each_round(pool: ConnectionPool, tables):
    for table in tables:
        conn = pool.getconn()
        try:
            conn.execute("VACUUM " + table)
        finally:
            pool.putconn(conn)


def all_kept(pool: ConnectionPool, tables, kept):
    for table in tables:
        conn = pool.getconn()
        kept.append(conn)
