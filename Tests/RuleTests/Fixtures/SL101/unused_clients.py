"""A client opens nothing before it is used: whoever only computes with its owner holds nothing."""

import httpx


class Prices:
    def __init__(self, base: str) -> None:
        self.base = base
        self._client = httpx.AsyncClient(base_url=base)

    async def aclose(self) -> None:
        await self._client.aclose()

    def label(self, name: str) -> str:
        return f"{self.base}: {self.plain(name)}"

    def plain(self, name: str) -> str:
        return name.strip()

    async def price(self, name: str) -> float:
        return await self._ask(name)

    async def _ask(self, name: str) -> float:
        answer = await self._client.get(name)
        return float(answer.text)


async def labels(names: list[str]) -> list[str]:
    prices = Prices("https://a.example")
    return [prices.label(name) for name in names]


async def total(names: list[str]) -> float:
    prices = Prices("https://a.example")  # expect: SL101
    return sum([await prices.price(name) for name in names])


async def raw(name: str) -> str:
    prices = Prices("https://a.example")  # expect: SL101
    answer = await prices._client.get(name)
    return answer.text
