# A coroutine that somebody else is given to await has ended nothing yet.
from contextlib import AsyncExitStack

import aio_pika


async def ended(coroutine):
    try:
        await coroutine
    except OSError:
        pass


async def work(host):
    async with AsyncExitStack() as stack:
        link = await aio_pika.connect_robust(host=host)
        stack.push_async_callback(ended, link.close())
        channel = await link.channel()
        stack.push_async_callback(ended, channel.close())
        await channel.declare_queue("orders")


async def late(host):
    link = await aio_pika.connect_robust(host=host)
    await link.close()
    await link.channel()  # expect: SL106
