"""What a constructor makes where it is given nothing is its object's own."""

import httpx
import requests


class Prices:
    def __init__(self, path, client=None):
        self.client = client or httpx.AsyncClient()  # expect: SL101
        self.log = open(path, "a")

    async def price(self, item):
        return await self.client.get(item)

    async def close(self):
        self.log.close()


class Rates:
    def __init__(self, path, client=None):
        if client is None:
            client = requests.Session()  # expect: SL101
        self.client = client
        self.log = open(path, "a")

    def close(self):
        self.log.close()


class PricesWell:
    def __init__(self, path, client=None):
        self.owned = client is None
        self.asking = client or httpx.AsyncClient()
        self.log = open(path, "a")

    async def close(self):
        self.log.close()
        if self.owned:
            await self.asking.aclose()


# A class without an end of its own may be given a client that lives as long as the process.
class Names:
    def __init__(self, sender=None):
        self.sender = sender or httpx.AsyncClient()

    async def name(self, item):
        return await self.sender.get(item)


# Whoever makes one for a call gives it the client.
class Verifier:
    def __init__(self, session=None):
        self.http = session if session is not None else requests.Session()

    def verify(self, message):
        return self.http.get(message["certificate"]).ok


def receive(request):
    return Verifier(session=request.http).verify(request.json())


class Channel:
    def __init__(self, address):
        self.connection = httpx.Client(base_url=address)

    def close(self):
        self.connection.close()


class Desk:
    def __init__(self, path, channel=None):
        if channel is None:
            channel = Channel("https://desk.test")  # expect: SL101
        self.channel = channel
        self.log = open(path, "a")

    def close(self):
        self.log.close()


class DeskWell:
    def __init__(self, path, line=None):
        if line is None:
            line = Channel("https://desk.test")
        self.line = line
        self.log = open(path, "a")

    def close(self):
        self.line.close()
        self.log.close()
