"""asyncpg's time-out is given to each acquire."""

import asyncpg


async def start(url: str) -> None:
    pool = await asyncpg.create_pool(url)  # expect: SL404
    async with pool.acquire() as connection:
        await connection.execute("SELECT 1")
