import asyncio
import threading


class Gate:
    def __init__(self):
        self._lock = threading.Lock()
        self._sem = asyncio.Semaphore(3)

    def enter(self):
        self._lock.acquire()

    def leave(self):
        self._lock.release()

    def right(self):
        self._lock.acquire()
        try:
            return work()
        finally:
            self._lock.release()

    def wrong(self):
        self._lock.acquire()  # expect: SL103
        work()
        self._lock.release()

    def try_lock(self):
        if not self._lock.acquire(blocking=False):
            return None
        try:
            return work()
        finally:
            self._lock.release()

    def try_lock_wrong(self):
        if self._lock.acquire(timeout=3):  # expect: SL103
            work()
            self._lock.release()

    def try_lock_variable(self):
        taken = self._lock.acquire(False)
        if taken:
            try:
                work()
            finally:
                self._lock.release()

    async def task(self):
        await self._sem.acquire()
        task = asyncio.create_task(job())
        task.add_done_callback(lambda _: self._sem.release())

    async def aright(self):
        await self._sem.acquire()
        try:
            return await job()
        finally:
            self._sem.release()

    async def awrong(self):
        await self._sem.acquire()  # expect: SL103
        await job()
        self._sem.release()

    def block(self):
        with self._lock:
            work()
