"""A client that has sent nothing yet has opened nothing."""

import os

import redis.asyncio as redis
from cryptography.fernet import Fernet


def build(url):
    client = redis.Redis.from_url(url)
    box = Fernet(os.environ["KEY"])
    return client, box


async def build_checked(url):
    client = redis.Redis.from_url(url)  # expect: SL103
    await client.ping()
    box = Fernet(os.environ["KEY"])
    return client, box
