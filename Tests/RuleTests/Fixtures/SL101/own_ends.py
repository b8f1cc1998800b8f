"""Objects of classes that have an end of their own making."""

import sqlite3
from contextlib import asynccontextmanager

import httpx


class ApiClient:
    """Its end is its field's."""

    def __init__(self, host):
        self._http = httpx.AsyncClient(base_url=host)

    async def read(self, route):
        return await self._http.get(route)

    async def __aenter__(self):
        await self._http.__aenter__()
        return self

    async def __aexit__(self, *failure):
        return await self._http.__aexit__(*failure)


async def entered(host):
    async with ApiClient(host) as client:
        return await client.read("/a")


async def bare(host):
    client = ApiClient(host)  # expect: SL101
    return await client.read("/b")


@asynccontextmanager
async def reporting(host):
    try:
        yield
    except KeyboardInterrupt:
        client = ApiClient(host)  # expect: SL101
        await client.read("/stopped")
        raise


class Ledger:
    """Closes what it holds by another method of its own."""

    def __init__(self, path):
        self._book = open_book(path)

    def shutdown(self):
        self._stop()

    def _stop(self):
        self._book.disconnect()


def migrate(path, steps, log):
    ledger = Ledger(path)  # expect: SL103
    try:
        steps.run(ledger)
    except ValueError as problem:
        log.error(problem)
        return False
    ledger.shutdown()
    return True


def migrate_safely(path, steps):
    ledger = Ledger(path)
    try:
        steps.run(ledger)
    finally:
        ledger.shutdown()


class Report:
    """Nothing of it must be closed: what it calls so only ends a text."""

    def __init__(self, lines):
        self.lines = lines

    def close(self):
        self.lines.append("end")


def report(rows):
    made = Report([])
    made.lines.extend(rows)
    made.close()
    return made.lines


def rows(path):
    connection = sqlite3.connect(path)
    try:
        return connection.execute("select 1").fetchall()
    finally:
        connection.close()
