"""An object that fails to open has opened something by then."""

import asyncio
import socket


class Link:
    def __init__(self, host):
        self.host = host
        self.writer = None

    async def connect(self):
        self.reader, self.writer = await asyncio.open_connection(self.host, 7000)
        await self.greet()

    async def greet(self):
        self.writer.write(b"hello")
        return await self.reader.readexactly(4)

    def close(self):
        if self.writer is not None:
            self.writer.close()


async def linked(host):
    link = Link(host)  # expect: SL103
    await link.connect()
    return link


async def linked_well(host):
    link = Link(host)
    try:
        await link.connect()
    except BaseException:
        link.close()
        raise
    return link


class Gate:
    def __init__(self, host):
        self.host = host

    def connect(self):
        self.sock = socket.create_connection(self.host)
        self.sock.sendall(b"hello")

    def close(self):
        self.sock.close()


def opened(host):
    gate = Gate(host)  # expect: SL103
    gate.connect()
    return gate


class Door:
    def __init__(self, host):
        self.host = host

    # It closes what it has opened where that fails.
    def connect(self):
        self.sock = socket.create_connection(self.host)
        try:
            self.sock.sendall(b"hello")
        except OSError:
            self.sock.close()
            raise

    def close(self):
        self.sock.close()


def entered(host):
    door = Door(host)
    door.connect()
    return door


class Line:
    def __init__(self, host):
        self.host = host

    # What cannot be opened is not open.
    def connect(self):
        self.sock = socket.create_connection(self.host)

    def close(self):
        self.sock.close()


def drawn(host):
    line = Line(host)
    line.connect()
    return line


class Line:
    def __init__(self, host):
        self.host = host
        self.reader = self.writer = None

    async def connect(self):
        self.reader, self.writer = await asyncio.open_connection(self.host, 7000)

    async def log_in(self, user):
        self.writer.write(user)
        answer = await self.reader.readline()
        # What is made here is an error, and opens nothing.
        if not answer.startswith(b"OK"):
            raise ConnectionError("refused")

    def close(self):
        self.writer.close()


async def asked(host, user):
    line = Line(host)  # expect: SL103
    await line.connect()
    await line.log_in(user)
    line.close()


async def logged_in(host, user):
    line = Line(host)  # expect: SL103
    await line.connect()
    await line.log_in(user)
    return line


async def asked_well(host, user):
    line = Line(host)
    await line.connect()
    try:
        await line.log_in(user)
    finally:
        line.close()


class Lines:
    def __init__(self, host, size):
        self.host = host
        self.size = size
        self.writers = []

    async def fill(self):
        for _ in range(self.size):
            # The second that fails leaves the first.
            reader, writer = await asyncio.open_connection(self.host, 7000)
            self.writers.append(writer)

    def close(self):
        for writer in self.writers:
            writer.close()


async def filled(host):
    lines = Lines(host, 3)  # expect: SL103
    await lines.fill()
    return lines


async def filled_well(host):
    lines = Lines(host, 3)
    try:
        await lines.fill()
    except BaseException:
        lines.close()
        raise
    return lines
