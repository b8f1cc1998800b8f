import asyncpg


class Unit:
    def __init__(self, pool: asyncpg.Pool):
        self.pool = pool

    async def __aenter__(self):
        self.connection = await self.pool.acquire()  # expect: SL103
        self.transaction = self.connection.transaction()
        await self.transaction.start()
        return self.connection

    async def __aexit__(self, kind, error, trace):
        if error:
            await self.transaction.rollback()
        else:
            await self.transaction.commit()
        await self.pool.release(self.connection)


class Careful:
    def __init__(self, pool: asyncpg.Pool):
        self.pool = pool

    async def __aenter__(self):
        self.connection = await self.pool.acquire()
        try:
            await self.connection.execute("SET statement_timeout = 1000")
        except BaseException:
            await self.pool.release(self.connection)
            raise
        return self.connection

    async def __aexit__(self, kind, error, trace):
        await self.pool.release(self.connection)


class Plain:
    def __init__(self, pool: asyncpg.Pool):
        self.pool = pool

    async def __aenter__(self):
        self.connection = await self.pool.acquire()
        return self.connection

    async def __aexit__(self, kind, error, trace):
        await self.pool.release(self.connection)
