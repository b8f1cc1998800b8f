"""A closure that a mark tells of its first run ends at that run what it ends at all."""

import asyncio
import signal
from contextlib import suppress


async def run(command, server):
    process = await asyncio.create_subprocess_exec(command, stdout=asyncio.subprocess.PIPE)
    stopping = asyncio.Event()

    async def stop():
        if stopping.is_set():
            return
        stopping.set()
        if process.returncode is None:
            process.terminate()
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(process.wait(), 5)

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, lambda *_: asyncio.create_task(stop()))
    try:
        await server.serve()
    finally:
        await stop()


async def run_unless_paused(command, server, paused):
    process = await asyncio.create_subprocess_exec(command, stdout=asyncio.subprocess.PIPE)  # expect: SL102

    async def stop():
        if paused.is_set():
            return
        if process.returncode is None:
            process.terminate()
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(process.wait(), 5)

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, lambda *_: asyncio.create_task(stop()))
    try:
        await server.serve()
    finally:
        await stop()
