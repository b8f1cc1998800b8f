# An object of a class that extends a library's is what the library's would be.
import aiohttp
import requests


class ApiSession(requests.Session):
    def __init__(self, token):
        super().__init__()
        self.headers["Token"] = token


class PatientSession(aiohttp.ClientSession):
    def __init__(self, seconds):
        super().__init__(timeout=seconds)


class Basket(dict):
    def __init__(self, owner):
        super().__init__(owner=owner)


def status(url, token):
    session = ApiSession(token)  # expect: SL101
    answer = session.get(url)
    print(answer.status_code)


def status_closing(url, token):
    with ApiSession(token) as session:
        return session.get(url).status_code


async def rates(url):
    session = PatientSession(30)  # expect: SL103
    async with session.get(url) as answer:
        found = await answer.json()
    await session.close()
    return found


async def rates_closing(url):
    session = PatientSession(30)
    try:
        async with session.get(url) as answer:
            return await answer.json()
    finally:
        await session.close()


def made(token):
    return ApiSession(token)


def count(owner):
    basket = Basket(owner)
    return len(basket)
