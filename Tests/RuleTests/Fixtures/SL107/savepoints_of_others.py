"""A savepoint ends with the transaction that it is made in, which is its owner's."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession


async def keep(session: AsyncSession, row, find):
    savepoint = await session.begin_nested()
    try:
        session.add(row)
        await session.flush()
    except IntegrityError:
        await savepoint.rollback()
        return await find(session)
    return row


async def move(ledger, rows):
    transaction = await ledger.begin_transaction()  # expect: SL107
    for row in rows:
        await ledger.put(row)
    await transaction.commit()
