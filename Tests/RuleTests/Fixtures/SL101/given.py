import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor

import aiohttp
import httpx
import pytest
from redis.asyncio import Redis


class Slot:
    def __init__(self, session):
        self.session = session


class Slots:
    """Keeps what it hands out, inside of another object."""

    def __init__(self):
        self.slots = {}

    def take(self, host) -> aiohttp.ClientSession:
        slot = self.slots.get(host)
        if slot is not None:
            return slot.session
        session = aiohttp.ClientSession(base_url=host)
        self.slots[host] = Slot(session)
        return session


async def from_slots(slots: Slots, host):
    session = slots.take(host)
    async with session.get("/health") as answer:
        return answer.status


@functools.lru_cache
def shared():
    return Redis.from_url("redis://cache")


def each():
    return Redis.from_url("redis://cache")


async def of_shared():
    await shared().ping()


async def of_each():
    client = each()  # expect: SL101
    await client.ping()


class Api:
    def __init__(self, client):
        self.client = client

    @classmethod
    def mount(cls, app, **options):
        app.state.api = cls(**options)


async def mounted(app):
    client = httpx.AsyncClient()
    Api.mount(app, client=client)


def use(app, **options):
    app.log(**options)


async def only_lent(app):
    client = httpx.AsyncClient()  # expect: SL101
    use(app, client=client)


async def child_of_closed(url):
    async with aiohttp.ClientSession() as session:
        answer = await session.get(url)
        return answer.status


async def child_of_given(session: aiohttp.ClientSession, url):
    answer = await session.get(url)  # expect: SL101
    return answer.status


async def as_default():
    executor = ThreadPoolExecutor(max_workers=2)
    asyncio.get_running_loop().set_default_executor(executor)


@pytest.fixture
async def cache(url):
    client = Redis.from_url(url)
    yield client
    await client.aclose()
