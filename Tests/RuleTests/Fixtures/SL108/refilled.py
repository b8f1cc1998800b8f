"""An element of what a call gives fills a slot as well."""

import asyncio
import socket


class Link:
    async def open(self, host):
        self.reader, self.writer = await asyncio.open_connection(host, 7000)  # expect: SL108

    async def move(self, host):
        await self.open(host)

    def close(self):
        self.writer.close()


class Moved:
    async def open(self, host):
        self.reader, self.writer = await asyncio.open_connection(host, 7000)

    async def move(self, host):
        self.close()
        await self.open(host)

    def close(self):
        self.writer.close()


class Walk:
    """A variable that is made of itself is looked through a few times, and not for ever."""

    def open(self, node, host):
        while node.following:
            node = node.following
        self.node = node
        self.link = socket.create_connection((host, 7000))

    def close(self):
        self.link.close()
