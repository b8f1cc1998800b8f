# A coroutine that nobody awaits gives nothing back: told at the call (SL104), and of a field that only
# such a call would end also where it is filled.
import asyncio

import aiohttp
import asyncpg
import httpx


async def page(url):
    session = aiohttp.ClientSession()
    try:
        response = await session.get(url)
        return await response.text()
    finally:
        session.close()  # expect: SL104


async def page_right(url):
    session = aiohttp.ClientSession()
    try:
        response = await session.get(url)
        return await response.text()
    finally:
        await session.close()


async def count(dsn):
    conn = await asyncpg.connect(dsn)  # expect: SL103
    try:
        total = await conn.fetchval("SELECT count(*) FROM orders")
    except asyncpg.PostgresError:
        conn.close()  # expect: SL104
        raise
    await conn.close()
    return total


async def page_later(url):
    session = aiohttp.ClientSession()
    try:
        response = await session.get(url)
        return await response.text()
    finally:
        closing = asyncio.ensure_future(session.close())
        await asyncio.wait([closing])


class Crawler:
    def __init__(self):
        self.session = aiohttp.ClientSession()  # expect: SL101

    async def fetch(self, url):
        async with self.session.get(url) as response:
            return await response.text()

    async def close(self):
        self.session.close()  # expect: SL104


class Lazy:
    def __init__(self):
        self._http = None

    @property
    def http(self):
        if self._http is None:
            self._http = httpx.AsyncClient()  # expect: SL101
        return self._http

    async def on_stop(self):
        if self._http:
            self._http.aclose()  # expect: SL104


class Quiet:
    def __init__(self):
        self.session = aiohttp.ClientSession()

    async def fetch(self, url):
        async with self.session.get(url) as response:
            return await response.text()

    async def close(self):
        await self.session.close()


class Passing:
    def __init__(self):
        self.calm = aiohttp.ClientSession()

    def close(self):
        return self.calm.close()


class Looped:
    def __init__(self, loop):
        self.loop = loop
        self.looped = aiohttp.ClientSession()

    def close(self):
        self.loop.run_until_complete(self.looped.close())


async def crawl(url):
    crawler = Quiet()
    try:
        return await crawler.fetch(url)
    finally:
        crawler.close()  # expect: SL104


async def crawl_right(url):
    crawler = Quiet()
    try:
        return await crawler.fetch(url)
    finally:
        await crawler.close()
