from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..models import Banner


# Sample rows are made by one person, once.
async def fill(session: AsyncSession):
    found = (await session.scalars(select(Banner).where(Banner.page == "home"))).first()
    if found is None:
        session.add(Banner(page="home"))
        await session.commit()
