from psycopg_pool import ConnectionPool


def count(pool: ConnectionPool) -> int:
    with pool.connection() as conn:
        return conn.execute("SELECT count(*) FROM orders").fetchone()[0]


def count_twice(pool: ConnectionPool) -> int:
    return count(pool) + count(pool)


def nested(pool: ConnectionPool, order_id: int) -> int:
    with pool.connection() as conn:
        conn.execute("UPDATE orders SET open = false WHERE id = %s", (order_id,))
        return count_twice(pool)  # expect: SL402


def beside(pool: ConnectionPool, order_id: int) -> None:
    first = pool.getconn()
    second = None
    try:
        second = pool.getconn()  # expect: SL402
        first.execute("UPDATE orders SET open = false WHERE id = %s", (order_id,))
    finally:
        pool.putconn(first)
        if second is not None:
            pool.putconn(second)


def one_after_the_other(pool: ConnectionPool, order_id: int) -> int:
    with pool.connection() as conn:
        conn.execute("UPDATE orders SET open = false WHERE id = %s", (order_id,))
    return count(pool)
