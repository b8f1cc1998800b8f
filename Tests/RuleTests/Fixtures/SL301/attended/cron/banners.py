from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..models import Banner


async def run(session: AsyncSession):
    found = (await session.scalars(select(Banner).where(Banner.page == "today"))).first()
    if found is None:
        session.add(Banner(page="today"))  # expect: SL301 note
        await session.commit()
