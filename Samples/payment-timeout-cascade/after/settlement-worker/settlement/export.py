from datetime import date
from typing import TextIO
from uuid import UUID

from psycopg_pool import AsyncConnectionPool

BATCH = 1000


class InvalidAccount(ValueError):
    """The bank would refuse the whole file because of this account."""


def bank_line(capture_id: UUID, account: str, amount: int) -> str:
    if len(account) < 15 or not account[:2].isalpha():
        raise InvalidAccount(f"capture {capture_id} has no valid account")
    return f"{account};{amount // 100}.{amount % 100:02};{capture_id}\n"


async def export_captures(pool: AsyncConnectionPool, day: date, out: TextIO) -> list[UUID]:
    exported: list[UUID] = []
    async with (
        pool.connection() as connection,
        connection.cursor(name="captures_of_day", withhold=True) as cursor,
    ):
        await cursor.execute(
            """
            SELECT id, account, amount FROM captures
             WHERE captured = %s AND settled_in IS NULL ORDER BY account, id
            """,
            (day,),
        )
        await connection.commit()
        while batch := await cursor.fetchmany(BATCH):
            for capture_id, account, amount in batch:
                out.write(bank_line(capture_id, account, amount))
                exported.append(capture_id)
    return exported
