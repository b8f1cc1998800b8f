"""Spans of traces tell of what goes on, and do not raise."""

from contextlib import asynccontextmanager

import logfire
from opentelemetry import trace
from redis.asyncio.lock import Lock

tracer = trace.get_tracer(__name__)


@asynccontextmanager
async def locked(redis, name: str):
    lock = Lock(redis, name, timeout=10)
    acquired = await lock.acquire()
    if not acquired:
        raise TimeoutError(name)
    with logfire.span("locked {name}", name=name):
        try:
            yield lock
        finally:
            await lock.release()


async def refresh(redis, name: str, load):
    lock = Lock(redis, name, timeout=10)
    await lock.acquire()
    with tracer.start_as_current_span(name) as span:
        try:
            span.set_attribute("rows", await load())
        finally:
            await lock.release()


async def refresh_first(redis, name: str, load):
    lock = Lock(redis, name, timeout=10)
    await lock.acquire()  # expect: SL103 "load()"
    with tracer.start_as_current_span(name):
        await load()
        await lock.release()
