"""asyncpg's time-out is given to each acquire."""

import asyncio

import asyncpg


async def start(url: str) -> None:
    pool = await asyncpg.create_pool(url)
    async with pool.acquire(timeout=5) as connection:
        await connection.execute("SELECT 1")
    other = await asyncio.wait_for(pool.acquire(), 5)
    try:
        await other.execute("SELECT 1")
    finally:
        await pool.release(other)
