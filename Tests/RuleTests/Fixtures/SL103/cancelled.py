"""A task can be cancelled wherever it waits, and `except Exception` does not see that."""

import os
import tempfile
from contextlib import asynccontextmanager

import aiohttp
import asyncpg


@asynccontextmanager
async def replaced(folder, target):
    handle, path = tempfile.mkstemp(dir=folder)  # expect: SL103 warning
    os.close(handle)
    try:
        yield path
        os.replace(path, target)
    except Exception:
        os.unlink(path)
        raise


@asynccontextmanager
async def replaced_well(folder, target):
    handle, path = tempfile.mkstemp(dir=folder)
    os.close(handle)
    try:
        yield path
        os.replace(path, target)
    except BaseException:
        os.unlink(path)
        raise


async def prepared(url, settings):
    connection = await asyncpg.connect(url)  # expect: SL103 warning
    try:
        await connection.execute(settings)
    except Exception:
        await connection.close()
        raise
    return connection


async def prepared_well(url, settings):
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(settings)
    except:
        await connection.close()
        raise
    return connection


# Nothing waits while it is held.
async def checked(url, settings):
    connection = await asyncpg.connect(url)
    try:
        settings.check(connection)
    except Exception:
        await connection.close()
        raise
    return connection


# A `finally` sees everything.
async def counted(url, settings):
    connection = await asyncpg.connect(url)
    try:
        try:
            return await connection.fetchval(settings)
        except Exception:
            return None
    finally:
        await connection.close()


async def answer_in_a_block(url):
    """The end of an `async with` comes whatever happens in it."""
    async with aiohttp.ClientSession() as session:
        try:
            return await session.get(url)
        except Exception:
            pass
