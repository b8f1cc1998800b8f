"""A lock that its object gives back by its key: nobody needs what the acquire gives."""

from redis.asyncio import Redis
from redis.asyncio.lock import Lock


class Store:
    def __init__(self, client: Redis):
        self.client = client

    async def acquire_room_lock(self, room, token) -> Lock:
        lock = Lock(self.client, f"room:{room}", timeout=300)
        if await lock.acquire(token=token):
            return lock
        raise LookupError(room)

    async def release_room_lock(self, room):
        await self.client.delete(f"room:{room}")


async def send(store: Store, room, work):
    await store.acquire_room_lock(room, "me")
    try:
        await work()
    finally:
        await store.release_room_lock(room)


# Whoever takes the job gives it back.
async def queue(store: Store, room, jobs):
    await store.acquire_room_lock(room, "me")
    await jobs.put(room)


async def send_boldly(store: Store, room, work):
    await store.acquire_room_lock(room, "me")  # expect: SL103
    await work()
    await store.release_room_lock(room)
