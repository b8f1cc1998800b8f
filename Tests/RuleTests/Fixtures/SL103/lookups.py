"""A look-up with something to fall back on raises nothing between an acquire and its `try`."""

import asyncpg

DEFAULT_LIMIT = 10


async def page(pool: asyncpg.Pool, options):
    conn = await pool.acquire()
    limit = options.get("limit", DEFAULT_LIMIT)
    names = options.pop("names", [])
    try:
        return await conn.fetch("SELECT $1, $2", limit, names)
    finally:
        await pool.release(conn)


async def loaded(pool: asyncpg.Pool, store, key):
    conn = await pool.acquire()  # expect: SL103
    limit = store.get(key, key.fallback)
    try:
        return await conn.fetch("SELECT $1", limit)
    finally:
        await pool.release(conn)
