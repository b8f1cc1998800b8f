# An object that a constructor makes unless it is given one is its own where nobody gives one.
import aiohttp
import redis


class Api:
    def __init__(self, url, session=None):
        self.url = url
        self.session = session or aiohttp.ClientSession()

    async def get(self, path):
        return await self.session.get(self.url + path)

    async def close(self):
        await self.session.close()


class Store:
    def __init__(self, url, client=None):
        if client is None:
            client = redis.Redis.from_url(url)
        self.client = client

    def get(self, key):
        return self.client.get(key)

    def close(self):
        self.client.close()


async def one(url):
    api = Api(url)  # expect: SL101
    return await api.get("/a")


async def two(url, session):
    api = Api(url, session)
    return await api.get("/a")


async def three(url, session):
    api = Api(url, session=session)
    return await api.get("/a")


async def four(url):
    api = Api(url)
    try:
        return await api.get("/a")
    finally:
        await api.close()


async def five(*args):
    api = Api(*args)
    return await api.get("/a")
