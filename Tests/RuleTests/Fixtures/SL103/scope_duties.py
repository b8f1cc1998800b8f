"""What entering an object takes, leaving it gives back, whatever happens on the way."""


class Transaction:
    def __init__(self, connection, lock):
        self.connection = connection
        self.lock = lock

    async def __aenter__(self):
        await self.lock.acquire()  # expect: SL103
        return self.connection

    async def __aexit__(self, kind, error, trace):
        if kind:
            await self.connection.rollback()
        else:
            await self.connection.commit()
        self.lock.release()


class SafeTransaction:
    def __init__(self, connection, lock):
        self.connection = connection
        self.lock = lock

    async def __aenter__(self):
        await self.lock.acquire()
        return self.connection

    async def __aexit__(self, kind, error, trace):
        try:
            await self.connection.commit()
        finally:
            self.lock.release()


class Guard:
    """Nothing happens before the release."""

    def __init__(self, lock, count):
        self.lock = lock
        self.count = count

    def __enter__(self):
        self.lock.acquire()
        return self

    def __exit__(self, *failure):
        self.count = 0
        self.lock.release()


class Owned:
    """Whether the lock is still the object's own is asked right before the release."""

    def __init__(self, lock):
        self.lock = lock

    def __enter__(self):
        self.lock.acquire()
        return self

    def __exit__(self, *failure):
        if self.lock and self.lock.owned():
            self.lock.release()
