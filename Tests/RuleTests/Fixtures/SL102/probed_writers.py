"""What is taken out of a tuple is there, as its test in the `finally` finds."""

import asyncio


async def is_reachable(host, port):
    writer = None
    try:
        _, writer = await asyncio.open_connection(host, port)
    except OSError:
        return False
    finally:
        if writer is not None:
            writer.close()
    return True


async def is_ready(host, port):
    reader, writer = await asyncio.open_connection(host, port)  # expect: SL102
    if await reader.readline() != b"ready\n":
        return False
    writer.close()
    return True
