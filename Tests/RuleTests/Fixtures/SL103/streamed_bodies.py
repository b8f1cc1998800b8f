"""Who reads a response gives the response back, and not the session that it came of."""

from aiohttp import ClientSession


async def load(session, url):
    async with session.get(url) as response:
        return await response.content.read(512)


async def load_once(url):
    session = ClientSession()  # expect: SL103
    data = await load(session, url)
    await session.close()
    return data


async def load_well(url):
    async with ClientSession() as session:
        return await load(session, url)
