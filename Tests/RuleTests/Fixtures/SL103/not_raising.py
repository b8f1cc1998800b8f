import asyncio
import os
import shutil
import socket
import tempfile

import arrow
import httpx
from tracing import instrument, settings_of


class Beat:
    def __init__(self, lock):
        self._lock = lock
        self._tasks = set()

    async def tick(self):
        await asyncio.sleep(1)

    async def run(self, work):
        await self._lock.acquire()
        since = arrow.utcnow()
        os.path.join("a", str(since))
        self._tasks.add(since)
        ticking = self.tick()
        try:
            await work(ticking)
        finally:
            self._lock.release()


async def before_the_first_use(app, url):
    client = httpx.AsyncClient()
    instrument(client, settings_of(app))
    try:
        return await client.get(url)
    finally:
        await client.aclose()


async def after_the_first_use(app, url):
    client = httpx.AsyncClient()  # expect: SL103
    answer = await client.get(url)
    settings_of(app).note(answer)
    await client.aclose()


def given_list(paths, host):
    peer = socket.create_connection((host, 80))
    for path in paths:
        print(path)
    peer.close()


def packed(files):
    folder = tempfile.mkdtemp()  # expect: SL103
    for file in files:
        shutil.copy(file, folder)
    shutil.rmtree(folder)


def packed_surely(files):
    folder = tempfile.mkdtemp()
    try:
        for file in files:
            shutil.copy(file, folder)
    finally:
        shutil.rmtree(folder)


def left_to_the_system(files):
    folder = tempfile.mkdtemp()
    for file in files:
        shutil.copy(file, folder)
