# The element at a key is one lock, as long as the key is one.
import asyncio


class Table:
    def __init__(self):
        self.conditions = {}
        self.ready = asyncio.Condition()

    async def wait_for(self, name):
        await self.conditions[name].acquire()  # expect: SL103
        await self.conditions[name].wait()
        self.conditions[name].release()

    async def wait_well(self, name):
        await self.conditions[name].acquire()
        try:
            await self.conditions[name].wait()
        finally:
            self.conditions[name].release()

    async def tell(self):
        # Nothing fails in between.
        await self.ready.acquire()
        self.ready.notify_all()
        self.ready.release()

    def all_of(self, names, step):
        for name in names:
            self.conditions[name].acquire()
        try:
            step()
        finally:
            for name in names:
                self.conditions[name].release()


class Hub:
    def __init__(self, servers):
        self.servers = servers

    def configure(self, name, value):
        # Who stands in a table is told of things for others as well.
        self.servers[name].subscribe()
        if value == "off":
            self.servers[name].unsubscribe()
