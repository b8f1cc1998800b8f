import asyncpg

pool: asyncpg.Pool


async def lost(order_id):
    conn = await pool.acquire()  # expect: SL103 "`conn`" step: acquired
    row = await conn.fetchrow("SELECT * FROM orders WHERE id = $1", order_id)  # step: mayRaise
    await pool.release(conn)
    return row


async def lost_in_handler(order_id):
    conn = await pool.acquire()  # expect: SL103
    try:
        row = await conn.fetchrow("SELECT * FROM orders WHERE id = $1", order_id)
    except asyncpg.PostgresError:
        return None
    await pool.release(conn)
    return row


async def right_finally(order_id):
    conn = await pool.acquire()
    try:
        return await conn.fetchrow("SELECT * FROM orders WHERE id = $1", order_id)
    finally:
        await pool.release(conn)


async def right_with(order_id):
    async with pool.acquire() as conn:
        return await conn.fetchrow("SELECT * FROM orders WHERE id = $1", order_id)


async def right_guarded(order_id):
    conn = None
    try:
        conn = await pool.acquire()
        return await conn.fetchrow("SELECT * FROM orders WHERE id = $1", order_id)
    finally:
        if conn is not None:
            await pool.release(conn)
