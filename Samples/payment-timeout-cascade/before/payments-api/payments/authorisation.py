import logging
from uuid import UUID

import asyncpg
import httpx

from .errors import CardRefused, UnknownPayment, ValidatorUnavailable
from .settings import settings

log = logging.getLogger(__name__)


class AuthorisationService:
    def __init__(self, pool: asyncpg.Pool, http: httpx.AsyncClient) -> None:
        self._pool = pool
        self._http = http

    async def authorise(self, payment_id: UUID) -> str:
        connection = await self._pool.acquire(timeout=settings.acquire_timeout)
        try:
            payment = await connection.fetchrow(
                """
                SELECT card_token, amount, currency FROM payments
                 WHERE id = $1 AND status = 'new'
                """,
                payment_id,
            )
            if payment is None:
                raise UnknownPayment(f"there is no open payment {payment_id}")
            try:
                response = await self._http.post(
                    "/v1/validate",
                    json={
                        "card": payment["card_token"],
                        "amount": payment["amount"],
                        "currency": payment["currency"],
                    },
                )
                response.raise_for_status()
            except httpx.HTTPError as error:
                raise ValidatorUnavailable("the card validator does not answer") from error
            verdict = response.json()
            if not verdict["accepted"]:
                raise CardRefused(verdict["reason"])
            await connection.execute(
                """
                UPDATE payments
                   SET status = 'authorised', approval = $2, updated_at = now()
                 WHERE id = $1 AND status = 'new'
                """,
                payment_id,
                verdict["approval"],
            )
        except BaseException as error:
            log.warning("payment %s was not authorised: %r", payment_id, error)
            self._pool.release(connection)
            raise
        await self._pool.release(connection)
        return verdict["approval"]
