# A task that waits for a time can be cancelled there.
import asyncio


async def knock(host, port):
    _, writer = await asyncio.open_connection(host, port)  # expect: SL103
    await asyncio.sleep(0.1)
    writer.close()


async def knock_safely(host, port):
    _, writer = await asyncio.open_connection(host, port)
    try:
        await asyncio.sleep(0.1)
    finally:
        writer.close()


async def yielding(host, port):
    _, writer = await asyncio.open_connection(host, port)
    await asyncio.sleep(0)
    writer.close()
