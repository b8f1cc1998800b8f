"""Loops over the rows that were found: what comes after them may or may not depend on them."""

from sqlalchemy import Column, Integer, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Tariff(Base):
    __tablename__ = "tariffs"

    id = Column(Integer, primary_key=True)
    region = Column(String(20))
    price = Column(Integer)
    state = Column(String(20))


# The old ones are retired, and the new one is made whatever there was.
async def replace_tariff(session: AsyncSession, region: str, price: int):
    rows = (await session.scalars(select(Tariff).where(Tariff.region == region))).all()
    for row in rows:
        row.state = "old"
    session.add(Tariff(region=region, price=price))
    await session.commit()


async def copy_tariff(session: AsyncSession, region: str, target: str):
    rows = (await session.scalars(select(Tariff).where(Tariff.region == region))).all()
    prices = [row.price for row in rows]
    session.add(Tariff(region=target, price=sum(prices)))
    await session.commit()


async def tariff_like(session: AsyncSession, region: str, price: int):
    for row in (await session.scalars(select(Tariff).where(Tariff.region == region))).all():
        if row.price == price:
            return row
    tariff = Tariff(region=region, price=price)
    session.add(tariff)  # expect: SL301 error "the check for an existing `Tariff` by `region`"
    await session.commit()
    return tariff


async def offer_tariff(session: AsyncSession, region: str, price: int):
    known = None
    for row in (await session.scalars(select(Tariff).where(Tariff.region == region))).all():
        known = row
    if known is None:
        session.add(Tariff(region=region, price=price))  # expect: SL301 error
        await session.commit()
