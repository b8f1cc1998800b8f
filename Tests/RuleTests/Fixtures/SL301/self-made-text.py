"""Texts and options that are made of themselves are followed so far and no further."""

from asyncpg import Pool


async def shown(pool: Pool, unit):
    unit = unit + "s"
    await pool.execute(unit)


async def filtered(pool: Pool, names):
    sql = "SELECT id FROM items WHERE true"
    for name in names:
        sql += " AND name <> $1"
    return await pool.fetch(sql)


async def crossed(pool: Pool, first, second):
    left = first + second
    right = second + left
    left = right + first
    await pool.execute(left)
