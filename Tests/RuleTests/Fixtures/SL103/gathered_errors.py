"""What a gathered task raises is given back with the others, if that is asked for."""

import asyncio

import aiohttp


async def bridge(session: aiohttp.ClientSession, url, read, write):
    tasks = []
    far = None
    try:
        far = await session.ws_connect(url)
        tasks = [asyncio.create_task(read(far)), asyncio.create_task(write(far))]
        await asyncio.wait(tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if far is not None:
            await far.close()


async def bridge_badly(session: aiohttp.ClientSession, url, read, write):
    tasks = []
    far = None
    try:
        far = await session.ws_connect(url)  # expect: SL103
        tasks = [asyncio.create_task(read(far)), asyncio.create_task(write(far))]
        await asyncio.wait(tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks)
        if far is not None:
            await far.close()


async def follow(pubsub, changes):
    """Whether a task is done can be asked at any time."""
    changed = asyncio.create_task(changes.get())
    message = asyncio.create_task(pubsub.get_message())
    try:
        while True:
            await asyncio.wait([message, changed])
            if message.done():
                data = message.result()
                message = asyncio.create_task(pubsub.get_message())
                yield data
    finally:
        if changed.done() and not changed.cancelled():
            print("one more")
        message.cancel()
        changed.cancel()
