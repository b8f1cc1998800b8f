import asyncio


# The protocol leads to its transport: who is given it has both.
async def dial(factory, host):
    loop = asyncio.get_running_loop()
    _, protocol = await loop.create_connection(factory, host, 7)  # expect: SL103
    await protocol.greeted()
    return protocol


async def dial_safely(factory, host):
    loop = asyncio.get_running_loop()
    _, protocol = await loop.create_connection(factory, host, 7)
    try:
        await protocol.greeted()
    except BaseException:
        protocol.close()
        raise
    return protocol
