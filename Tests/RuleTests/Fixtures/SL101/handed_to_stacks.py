"""What an exit stack was given ends with the stack."""

import contextlib

import httpx
from sqlalchemy import Engine


async def stacked(url):
    async with contextlib.AsyncExitStack() as stack:
        client = await stack.enter_async_context(httpx.AsyncClient())
        return await client.get(url)


class Host:
    def __init__(self):
        self.stack = contextlib.AsyncExitStack()

    async def start(self, url):
        client = await self.stack.enter_async_context(httpx.AsyncClient())
        await client.get(url)

    async def stop(self):
        await self.stack.aclose()


# A method that gives its object back: what it gives is closed.
def levelled(engine: Engine):
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        return connection.exec_driver_sql("SELECT 1").scalar()


def left(engine: Engine):
    connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")  # expect: SL101
    return connection.exec_driver_sql("SELECT 1").scalar()
