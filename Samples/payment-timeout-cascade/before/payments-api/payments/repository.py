from uuid import UUID

import asyncpg

from .settings import settings


class PaymentRepository:
    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def find(self, payment_id: UUID) -> dict | None:
        async with self._pool.acquire(timeout=settings.acquire_timeout) as connection:
            row = await connection.fetchrow(
                "SELECT id, amount, currency, status FROM payments WHERE id = $1",
                payment_id,
            )
        return dict(row) if row else None

    async def cancel(self, payment_id: UUID) -> bool:
        connection = await self._pool.acquire(timeout=settings.acquire_timeout)
        try:
            async with connection.transaction():
                cancelled = await connection.fetchval(
                    """
                    UPDATE payments SET status = 'cancelled', updated_at = now()
                     WHERE id = $1 AND status = 'new'
                    RETURNING true
                    """,
                    payment_id,
                )
                if cancelled:
                    await connection.execute(
                        """
                        INSERT INTO payment_events (payment_id, kind, detail)
                        VALUES ($1, 'cancelled', 'by the merchant')
                        """,
                        payment_id,
                    )
        finally:
            await self._pool.release(connection)
        return bool(cancelled)
