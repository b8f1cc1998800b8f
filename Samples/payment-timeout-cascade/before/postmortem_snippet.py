import asyncpg


async def record_authorisation(pool: asyncpg.Pool, payment_id: str, approval: str) -> None:
    conn = await pool.acquire(timeout=5)
    try:
        async with conn.transaction():
            await conn.execute(
                "UPDATE payments SET status = 'authorised', approval = $2 WHERE id = $1",
                payment_id,
                approval,
            )
            await conn.execute(
                "INSERT INTO payment_events (payment_id, kind, detail) VALUES ($1, $2, $3)",
                payment_id,
                "authorised",
                approval,
            )
    finally:
        await pool.release(conn)
