"""What a forwarder gives is what its caller's function gives, and not what another caller's does."""

import asyncio
from functools import partial
from pathlib import Path


class Core:
    def __init__(self):
        self.loop = asyncio.get_running_loop()

    def offload(self, function, *args, **options):
        if options:
            function = partial(function, **options)
        return self.loop.run_in_executor(None, function, *args)


async def size(core: Core, path: Path):
    found = await core.offload(path.stat)
    return found.st_size


async def names(core: Core, path: Path):
    return await core.offload(sorted, path.iterdir())


async def write(core: Core, path: Path, text: str):
    log = await core.offload(lambda: path.open("w"))
    try:
        await core.offload(log.write, text)
    finally:
        await core.offload(log.close)


async def forget(path: Path):
    loop = asyncio.get_running_loop()
    log = await loop.run_in_executor(None, open, path)  # expect: SL101
    return len(log.read())
