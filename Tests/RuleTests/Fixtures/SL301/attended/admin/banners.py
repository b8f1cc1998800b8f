from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..models import Banner, Booking


async def put_banner(session: AsyncSession, page: str):
    found = (await session.scalars(select(Banner).where(Banner.page == page))).first()
    if found is None:
        session.add(Banner(page=page))  # expect: SL301 note
        await session.commit()


# What is sold is sold, whoever does it.
async def book(session: AsyncSession, slot: str):
    found = (await session.scalars(select(Booking).where(Booking.slot == slot))).first()
    if found is None:
        session.add(Booking(slot=slot))  # expect: SL301 error
        await session.commit()
