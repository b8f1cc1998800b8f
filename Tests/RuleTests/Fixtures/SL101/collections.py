# A pool that is in a collection is one wherever it is taken out.
import asyncpg, psycopg2.pool
from typing import Callable, Dict, List, Optional

pools = {}
async def add(k):
    pools[k] = await asyncpg.create_pool(k)

async def one(k):
    conn = await pools[k].acquire()  # expect: SL101
    await conn.fetch("x")

async def two(k):
    conn = await pools.get(k).acquire()  # expect: SL101
    await conn.fetch("x")

typed: Dict[str, asyncpg.Pool] = {}
async def three(k):
    conn = await typed[k].acquire()  # expect: SL101
    await conn.fetch("x")

class Manager:
    pools: dict[str, asyncpg.Pool]
    many: List[asyncpg.Pool]
    make: Callable[[], asyncpg.Pool]

    async def four(self, k):
        conn = await self.pools[k].acquire()  # expect: SL101
        await conn.fetch("x")

    async def five(self, k):
        for pool in self.many:
            conn = await pool.acquire()  # expect: SL101
            await conn.fetch("x")

    async def six(self, k):
        conn = await self.make().acquire()  # expect: SL101
        await conn.fetch("x")

    async def seven(self, k):
        for name, pool in self.pools.items():
            conn = await pool.acquire()  # expect: SL101
            await conn.fetch("x")

listed = []
async def fill():
    listed.append(await asyncpg.create_pool("x"))

async def eight():
    conn = await listed[0].acquire()  # expect: SL101
    await conn.fetch("x")

def nine(pools: list[psycopg2.pool.SimpleConnectionPool]):
    conn = pools[0].getconn()  # expect: SL101
    conn.cursor().execute("x")


async def released(k):
    conn = await pools[k].acquire()
    try:
        return await conn.fetch("x")
    finally:
        await pools[k].release(conn)


rooms = {"lobby": set()}


async def enter(k):
    seat = await rooms[k].acquire()
    return seat.number
