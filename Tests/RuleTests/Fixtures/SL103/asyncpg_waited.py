import asyncio

import asyncpg


# A time-out while waiting for the connection owns nothing.
async def right(pool: asyncpg.Pool):
    conn = await asyncio.wait_for(pool.acquire(), timeout=5)
    try:
        return await conn.fetch("SELECT 1")
    finally:
        await asyncio.shield(pool.release(conn))


async def lost(pool: asyncpg.Pool):
    conn = await asyncio.wait_for(pool.acquire(), timeout=5)  # expect: SL103
    rows = await conn.fetch("SELECT 1")
    await pool.release(conn)
    return rows
