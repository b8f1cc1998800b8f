"""A query for each item, while the connection is held."""

import asyncpg
import psycopg2


async def prices(pool: asyncpg.Pool, items: list[int]) -> list[int]:
    found = []
    async with pool.acquire() as conn:
        for item in items:
            found.append(
                await conn.fetchval("SELECT price FROM products WHERE id = $1", item)  # expect: SL405
            )
    return found


async def together(pool: asyncpg.Pool, items: list[int]) -> list:
    async with pool.acquire() as conn:
        return await conn.fetch("SELECT price FROM products WHERE id = ANY($1)", items)


def mark(url: str, orders) -> None:
    connection = psycopg2.connect(url)
    try:
        with connection.cursor() as cursor:
            for order in orders:
                cursor.execute("UPDATE orders SET seen = true WHERE id = %s", (order.id,))  # expect: SL405
            cursor.executemany("INSERT INTO log VALUES (%s)", [(order.id,) for order in orders])
    finally:
        connection.close()


def try_again(url: str, order) -> None:
    connection = psycopg2.connect(url)
    try:
        with connection.cursor() as cursor:
            for attempt in range(3):
                cursor.execute("UPDATE orders SET seen = true WHERE id = %s", (order.id,))
    finally:
        connection.close()
