# A coroutine of the program that gives back what it is given, and never runs.
import asyncpg


class Repository:
    def __init__(self, pool: asyncpg.Pool):
        self.pool = pool

    async def _leave(self, connection):
        await self.pool.release(connection)

    async def orders(self):
        connection = await self.pool.acquire()
        try:
            return await connection.fetch("SELECT * FROM orders")
        finally:
            self._leave(connection)  # expect: SL104

    async def orders_well(self):
        connection = await self.pool.acquire()
        try:
            return await connection.fetch("SELECT * FROM orders")
        finally:
            await self._leave(connection)


async def scope(make_session):
    session = make_session()
    try:
        yield session
        await session.commit()
    except Exception:
        session.rollback()  # expect: SL104
        raise
    finally:
        await session.close()


async def scope_well(make_session):
    session = make_session()
    try:
        yield session
        await session.commit()
    except Exception:
        await session.rollback()
        raise
    finally:
        await session.close()


# A driver whose commit waits for the server, as its rollback does; to close it takes no time.
async def store(driver, row):
    connection = await driver.connect()
    try:
        await connection.insert(row)
        await connection.commit()
    finally:
        connection.close()
