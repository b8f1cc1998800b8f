from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..models import Banner


async def keep(session: AsyncSession, page: str):
    found = (await session.scalars(select(Banner).where(Banner.page == page))).first()
    if found is None:
        session.add(Banner(page=page))
        await session.commit()
