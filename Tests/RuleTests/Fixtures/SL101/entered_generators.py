# What a generator yields from inside a `with` block is the generator's to close.
import aiohttp


class Source:
    def __init__(self, session: aiohttp.ClientSession):
        self.session = session

    async def call(self, url):
        for _ in range(3):
            try:
                async with self.session.get(url) as response:
                    yield response
                    break
            except aiohttp.ClientError:
                continue

    async def open(self, url):
        yield await self.session.get(url)

    async def owner(self):
        answer = await anext(self.call("/owner"))
        return answer.headers["x-owner"]

    async def first(self):
        answer = await anext(self.open("/first"))  # expect: SL101
        return answer.headers["x-first"]
