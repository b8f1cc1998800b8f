# A module called like a library imports the library, not itself.
import aiohttp


async def fetch(url):
    session = aiohttp.ClientSession()
    try:
        response = await session.get(url)
        return await response.text()
    finally:
        session.close()  # expect: SL104


async def fetch_well(url):
    session = aiohttp.ClientSession()
    try:
        response = await session.get(url)
        return await response.text()
    finally:
        await session.close()
