"""The connection waits for the card validator."""

import asyncpg
import httpx


class Authorisation:
    def __init__(self, pool: asyncpg.Pool, http: httpx.AsyncClient) -> None:
        self._pool = pool
        self._http = http

    async def held(self, payment_id: int) -> None:
        connection = await self._pool.acquire()  # step: acquired
        try:
            await self._http.post("/v1/validate", json={"id": payment_id})  # expect: SL401 "self._http.post"
            await connection.execute("UPDATE payments SET ok = true WHERE id = $1", payment_id)
        finally:
            await self._pool.release(connection)

    async def asked_first(self, payment_id: int) -> None:
        await self._http.post("/v1/validate", json={"id": payment_id})
        async with self._pool.acquire() as connection:
            await connection.execute("UPDATE payments SET ok = true WHERE id = $1", payment_id)

    async def asked_afterwards(self, payment_id: int) -> None:
        async with self._pool.acquire() as connection:
            await connection.execute("UPDATE payments SET ok = true WHERE id = $1", payment_id)
        await self._http.post("/v1/validate", json={"id": payment_id})

    async def held_by_a_helper(self, payment_id: int) -> None:
        async with self._pool.acquire() as connection:
            await self._validate(payment_id)  # expect: SL401 "self._validate"
            await connection.execute("UPDATE payments SET ok = true WHERE id = $1", payment_id)

    async def _validate(self, payment_id: int) -> None:
        response = await self._http.post("/v1/validate", json={"id": payment_id})  # step: related
        response.raise_for_status()
