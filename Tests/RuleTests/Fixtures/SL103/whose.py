import asyncio
import subprocess

import aiotools
import asyncpg
import httpx
from base import Api


class Rotating:
    """A field that the same function also closes is still the object's."""

    def __init__(self, path):
        self.path = path
        self.stream = None

    def roll(self):
        if self.stream:
            self.stream.close()
        self.stream = open(self.path, "a")

    def close(self):
        if self.stream:
            self.stream.close()


class Guarded:
    def __init__(self, lock):
        self._lock = lock

    async def __aenter__(self):
        await self._lock.acquire()
        try:
            await self.prepare()
        except BaseException:
            self._lock.release()
            raise
        return self

    async def __aexit__(self, *failure):
        self._lock.release()

    async def prepare(self):
        await asyncio.sleep(0)


class Thin(Api):
    def __init__(self):
        super().__init__(client=httpx.AsyncClient())


class Places:
    async def dial(self):
        return await asyncpg.connect(host="places")

    async def wrapped(self):
        async with aiotools.closing_async(await self.dial()) as conn:
            await conn.execute("SELECT 1")

    async def dropped(self):
        conn = await self.dial()  # expect: SL103
        await conn.execute("SELECT 1")
        await conn.close()


def engine_of(app):
    return app["engine"]


async def shut_down(app, note):
    engine = engine_of(app)
    note(engine)
    await engine.dispose()


def read_out(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    if process.stdout is None:
        raise RuntimeError("no pipe")
    with process:
        return process.stdout.read()


async def given_or_made(url, given=None):
    client = given or httpx.AsyncClient()
    try:
        return await client.get(url)
    finally:
        if given is None:
            await client.aclose()


async def own_or_given(url, client=None):
    is_own = client is None
    client = client or httpx.AsyncClient()
    try:
        return await client.get(url)
    finally:
        if is_own:
            await client.aclose()


async def both(pool: asyncpg.Pool, work):
    first, second = await asyncio.gather(pool.acquire(), pool.acquire())
    try:
        await work(first, second)
    finally:
        await asyncio.gather(pool.release(first), pool.release(second))


async def lifespan(app):
    app.state.http = httpx.AsyncClient()
    yield
    await app.state.http.aclose()
