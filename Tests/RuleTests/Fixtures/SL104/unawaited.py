import asyncpg

pool: asyncpg.Pool


async def lost(order_id):
    conn = await pool.acquire()
    try:
        await conn.execute("DELETE FROM orders WHERE id = $1", order_id)
    finally:
        pool.release(conn)  # expect: SL104


async def right(order_id):
    conn = await pool.acquire()
    try:
        await conn.execute("DELETE FROM orders WHERE id = $1", order_id)
    finally:
        await pool.release(conn)
