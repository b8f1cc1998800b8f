from psycopg2.pool import ThreadedConnectionPool


def twice_on_error(pool: ThreadedConnectionPool, sql):
    conn = pool.getconn()
    try:
        return conn.cursor().execute(sql)
    except Exception:
        pool.putconn(conn)
        raise
    finally:
        pool.putconn(conn)  # expect: SL105


def again_after_success(pool: ThreadedConnectionPool, sql):
    conn = pool.getconn()
    try:
        conn.cursor().execute(sql)
        pool.putconn(conn)
    finally:
        pool.putconn(conn)  # expect: SL105


def guarded(pool: ThreadedConnectionPool, sql):
    conn = pool.getconn()
    try:
        return conn.cursor().execute(sql)
    except Exception:
        pool.putconn(conn, close=True)
        conn = None
        raise
    finally:
        if conn is not None:
            pool.putconn(conn)


def one_way_each(pool: ThreadedConnectionPool, sql):
    conn = pool.getconn()
    try:
        conn.cursor().execute(sql)
    except Exception:
        pool.putconn(conn, close=True)
        raise
    pool.putconn(conn)
