# An object without an end keeps a session; who makes such an object for one call loses the session.
import aiohttp


class Fetcher:
    def __init__(self):
        self.session = aiohttp.ClientSession()  # expect: SL101

    async def get(self, url):
        async with self.session.get(url) as response:
            return await response.text()


async def title(url):
    fetcher = Fetcher()
    return await fetcher.get(url)


class Shared:
    def __init__(self):
        self.session = aiohttp.ClientSession()

    async def get(self, url):
        async with self.session.get(url) as response:
            return await response.text()


shared = Shared()


class Crawler:
    def __init__(self):
        self.session = aiohttp.ClientSession()

    async def get(self, url):
        async with self.session.get(url) as response:
            return await response.text()


def make_crawler():
    return Crawler()
