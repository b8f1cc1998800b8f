# Entering a lock and sleeping raise nothing; what a database raises is its module's error.
import asyncio
import sqlite3
import threading


class Shelf:
    def __init__(self, make):
        self._make = make
        self._free = []
        self._lock = threading.Lock()

    def work(self, fill):
        client = self._make.connect()
        with self._lock:
            self._free.append(1)
        try:
            fill(client)
        finally:
            client.close()


class Store:
    def __init__(self, path):
        self._conn = sqlite3.connect(path)
        try:
            self._conn.execute("CREATE TABLE IF NOT EXISTS books (id INTEGER)")
        except sqlite3.Error:
            self._conn.close()
            raise


class Sloppy:
    def __init__(self, path, fill):
        self._conn = sqlite3.connect(path)  # expect: SL103
        try:
            self._conn.execute("CREATE TABLE IF NOT EXISTS books (id INTEGER)")
            fill(self._conn)
        except sqlite3.Error:
            self._conn.close()
            raise


async def beat(ping, done):
    task = asyncio.create_task(ping())
    try:
        await done()
    finally:
        await asyncio.sleep(0.1)
        task.cancel()


async def beat_sloppy(ping, done):
    task = asyncio.create_task(ping())  # expect: SL103
    await done()
    task.cancel()
