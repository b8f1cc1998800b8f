"""A request's own block ends the request, and not the session that sent it."""

import aiohttp


async def send_form(url, user, fields):
    async with aiohttp.ClientSession() as web:
        async with web.post(url, params=user):
            pass
        async with web.post(url, data=fields) as answer:
            return await answer.text()


async def send_late(url):
    async with aiohttp.ClientSession() as web:
        pass
    async with web.post(url) as answer:  # expect: SL106
        return await answer.text()
