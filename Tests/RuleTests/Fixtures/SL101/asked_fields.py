# A library's function that works with what a field holds does not end it.
from elasticsearch import AsyncElasticsearch
from elasticsearch.helpers import async_bulk, async_scan


class Index:
    def __init__(self, hosts):
        self.search = AsyncElasticsearch(hosts)  # expect: SL101

    async def put(self, rows):
        return await async_bulk(self.search, rows)

    async def ids(self, name):
        async for row in async_scan(client=self.search, index=name):
            yield row["_id"]


async def poll(hosts, rows):
    index = Index(hosts)
    while True:
        await index.put(rows)


class Ended:
    def __init__(self, hosts):
        self.engine = AsyncElasticsearch(hosts)

    async def put(self, rows):
        return await async_bulk(self.engine, rows)

    async def close(self):
        await self.engine.close()


async def poll_once(hosts, rows):
    index = Ended(hosts)
    try:
        await index.put(rows)
    finally:
        await index.close()
