import aiohttp


class Client:
    def __init__(self):
        self.session = aiohttp.ClientSession()

    async def aclose(self):
        await self.session.close()

    def close(self):
        self.session.close()  # expect: SL104

    def close_later(self):
        return self.session.close()


class Service:
    def __init__(self, client: Client):
        self.client = client

    async def stop(self):
        self.client.aclose()  # expect: SL104

    async def stop_right(self):
        await self.client.aclose()
