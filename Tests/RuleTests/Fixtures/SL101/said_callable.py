"""What is annotated as callable is whatever each caller gives: one closes it, others need not."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

Send = Callable[..., None]


class Readers:
    def __init__(self, open_scope: Callable[..., AbstractAsyncContextManager]) -> None:
        self.open_scope = open_scope

    async def user(self, key):
        async with self.open_scope() as scope:
            return await scope.read("user", key)

    async def tenant(self, key):
        async with self.open_scope() as scope:
            return await scope.read("tenant", key)

    async def mail(self, key):
        async with self.open_scope() as scope:
            return await scope.read("mail", key)


def announce(event: str, send: Send) -> None:
    send(event, "now")
