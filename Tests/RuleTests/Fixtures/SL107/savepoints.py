"""A savepoint ends with the transaction of its session, whoever ends that."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession


async def keep(session: AsyncSession, row, find):
    nested = await session.begin_nested()
    try:
        session.add(row)
        await session.flush()
    except IntegrityError:
        await nested.rollback()
        return await find(session)
    return row



async def move(store, source, target):
    transaction = await store.begin_transaction()  # expect: SL107
    await store.shift(source, -1)
    await store.shift(target, 1)
    await transaction.commit()
