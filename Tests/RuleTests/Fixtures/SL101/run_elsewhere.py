"""What is run in another thread takes and gives back as if it was called."""

import asyncio

import psycopg2
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker
from starlette.concurrency import run_in_threadpool

engine = create_engine("postgresql://db")
make_session = sessionmaker(bind=engine)


def create_session():
    return make_session()


def close_session(session):
    session.close()


async def collect(runs):
    session = await run_in_threadpool(create_session)  # expect: SL101
    await run_in_threadpool(session.commit)
    return runs


async def collect_safely(runs):
    session = await run_in_threadpool(create_session)
    try:
        return await run_in_threadpool(runs.all, session)
    finally:
        await run_in_threadpool(close_session, session)


async def count(dsn, ask):
    connection = await asyncio.to_thread(psycopg2.connect, dsn)  # expect: SL101
    return await asyncio.to_thread(ask, connection.dsn)


async def count_safely(dsn, ask):
    loop = asyncio.get_running_loop()
    connection = await loop.run_in_executor(None, psycopg2.connect, dsn)
    try:
        return await asyncio.to_thread(ask, connection.dsn)
    finally:
        await loop.run_in_executor(None, connection.close)
