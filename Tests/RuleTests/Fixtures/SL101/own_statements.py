"""What a model knows to be nothing to give back is that as well behind a class of the project."""

import aiosqlite


class Ledger(aiosqlite.Connection):
    def _send(self, text, *values):
        return super().execute(text, values)

    async def execute(self, text, *values):
        return await self._send(text, *values)

    async def rows(self, text, *values):
        async with self._send(text, *values) as cursor:
            return list(await cursor.fetchall())

    async def row(self, text, *values):
        async with self._send(text, *values) as cursor:
            return await cursor.fetchone()


async def seen(path: str, room: str):
    async with Ledger(path) as ledger:
        await ledger.execute("UPDATE rooms SET seen = 1 WHERE room = ?", room)
        await ledger.commit()


async def forget(path: str, room: str):
    async with Ledger(path) as ledger:
        await ledger.execute("DELETE FROM rooms WHERE room = ?", room)
        await ledger.commit()


async def lose(path: str):
    ledger = await aiosqlite.connect(path)  # expect: SL101
    return await ledger.execute_fetchall("SELECT room FROM rooms")
