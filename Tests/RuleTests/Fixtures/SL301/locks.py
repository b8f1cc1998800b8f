from contextlib import asynccontextmanager

from sqlalchemy import Column, Integer, String, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase

from .config import is_db_postgres, is_db_sqlite, is_feature_on, key_of


class Base(DeclarativeBase):
    pass


class Depot(Base):
    __tablename__ = "depots"

    id = Column(Integer, primary_key=True)
    name = Column(String(40))


# Each database has its way to let one in; which one runs is no matter of luck.
async def open_depot(session: AsyncSession, name: str):
    if is_db_sqlite():
        await session.commit()
    elif is_db_postgres():
        await session.execute(select(func.pg_advisory_xact_lock(key_of(name))))
    found = (await session.scalars(select(Depot).where(Depot.name == name))).first()
    if found is not None:
        raise ValueError("taken")
    session.add(Depot(name=name))
    await session.commit()


async def open_depot_maybe(session: AsyncSession, name: str):
    if is_feature_on("locks"):
        await session.execute(select(func.pg_advisory_xact_lock(key_of(name))))
    found = (await session.scalars(select(Depot).where(Depot.name == name))).first()
    if found is not None:
        raise ValueError("taken")
    session.add(Depot(name=name))  # expect: SL301
    await session.commit()


async def close_depots(session: AsyncSession, name: str):
    for depot in await session.scalars(select(Depot).where(Depot.name == name + "-old")):
        await session.delete(depot)
    await session.commit()


# The lock ends with the transaction, and that ends in the helper.
async def reopen_depot(session: AsyncSession, name: str):
    await session.execute(select(func.pg_advisory_xact_lock(key_of(name))))
    found = (await session.scalars(select(Depot).where(Depot.name == name))).first()
    if found is not None:
        raise ValueError("taken")
    await close_depots(session, name)
    session.add(Depot(name=name))  # expect: SL301 "committed before the insert"
    await session.commit()


async def depots_in_turn(session: AsyncSession, names: list):
    for name in names:
        await session.execute(select(func.pg_advisory_xact_lock(key_of(name))))
        found = (await session.scalars(select(Depot).where(Depot.name == name))).first()
        if found is None:
            session.add(Depot(name=name))
        await session.commit()


# Asked once without the lock, which is cheap, and again with it, which decides.
async def depot_called(session: AsyncSession, name: str):
    found = (await session.scalars(select(Depot).where(Depot.name == name))).first()
    if found is not None:
        return found
    await session.execute(select(func.pg_advisory_xact_lock(key_of(name))))
    found = (await session.scalars(select(Depot).where(Depot.name == name))).first()
    if found is not None:
        return found
    depot = Depot(name=name)
    session.add(depot)
    await session.commit()
    return depot


async def depot_for(session: AsyncSession, name: str, is_shared: bool):
    found = (await session.scalars(select(Depot).where(Depot.name == name))).first()
    if found is not None:
        return found
    if is_shared:
        await session.execute(select(func.pg_advisory_xact_lock(key_of(name))))
        again = (await session.scalars(select(Depot).where(Depot.name == name))).first()
        if again is not None:
            return again
    depot = Depot(name=name)
    session.add(depot)  # expect: SL301 note
    await session.commit()
    return depot


async def depot_late(session: AsyncSession, name: str):
    found = (await session.scalars(select(Depot).where(Depot.name == name))).first()
    if found is not None:
        return found
    await session.execute(select(func.pg_advisory_xact_lock(key_of(name))))
    depot = Depot(name=name)
    session.add(depot)  # expect: SL301 error
    await session.commit()
    return depot


@asynccontextmanager
async def alone(session: AsyncSession, name: str):
    await session.execute(select(func.pg_advisory_lock(key_of(name))))
    try:
        yield
    finally:
        await session.execute(select(func.pg_advisory_unlock(key_of(name))))


async def first_depot(session: AsyncSession):
    found = (await session.scalars(select(Depot).where(Depot.name == "first"))).first()
    if found is None:
        session.add(Depot(name="first"))
        await session.commit()


async def begin(session: AsyncSession):
    async with alone(session, "begin"):
        await first_depot(session)
