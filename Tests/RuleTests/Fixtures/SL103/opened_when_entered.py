"""What only makes a connection when it is entered or awaited holds nothing before."""

from websockets.asyncio.client import connect


def dial(url: str) -> connect:
    return connect(url)


class Stream:
    def __init__(self, url: str, tries: int = 3) -> None:
        self._dial = dial(url)
        self._tries = tries
        if self._tries < 0:
            raise ValueError("tries must not be negative")

    async def __aenter__(self) -> "Stream":
        self._socket = await self._dial.__aenter__()
        return self

    async def __aexit__(self, *rest: object) -> None:
        await self._dial.__aexit__(*rest)


class Pair:
    async def __aenter__(self) -> "Pair":
        self._first = Stream("ws://a")  # expect: SL103 "self._second.__aenter__()"
        self._second = Stream("ws://b")
        await self._first.__aenter__()
        await self._second.__aenter__()
        return self

    async def __aexit__(self, *rest: object) -> None:
        await self._first.__aexit__(*rest)
        await self._second.__aexit__(*rest)


async def ask(url: str, question: str) -> str:
    socket = await connect(url)  # expect: SL103
    text = question.strip().format(url)
    await socket.send(text)
    answer = await socket.recv()
    await socket.close()
    return answer
