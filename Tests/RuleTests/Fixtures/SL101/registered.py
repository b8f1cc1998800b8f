"""What a function has others close, or has read itself, is not its caller's to close."""

import aiohttp


def create_session(hub):
    session = aiohttp.ClientSession()

    async def close(event):
        await session.close()

    hub.listen_once("close", close)
    return session


async def use(hub, host):
    session = create_session(hub)
    answer = await session.get(host)
    return await answer.json()


def create_own():
    return aiohttp.ClientSession()


async def use_own(host):
    session = create_own()  # expect: SL101
    answer = await session.get(host)
    return await answer.json()


class Store:
    def __init__(self, session: aiohttp.ClientSession, url):
        self._session = session
        self._url = url
        self.data = None

    async def update(self):
        response = await self._session.get(self._url)
        self.data = await response.json()
        return response


async def set_up(store: Store):
    answer = await store.update()
    return answer.status
