"""An enter that fails has taken nothing, by hand as well as by `with`."""

import aiohttp


class Fetcher:
    async def __aenter__(self):
        self.session = aiohttp.ClientSession()
        await self.session.__aenter__()
        return self

    async def __aexit__(self, *details):
        await self.session.__aexit__(*details)


class EagerFetcher:
    async def __aenter__(self):
        self.session = aiohttp.ClientSession()  # expect: SL103
        await self.session.__aenter__()
        async with self.session.get("https://example.org/ping") as answer:
            self.is_up = answer.status == 200
        return self

    async def __aexit__(self, *details):
        await self.session.__aexit__(*details)
