from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .guards import get_current_admin, get_session, get_user
from .models import Banner, SiteSetting, UserSetting
from .sweeper import scheduler

router = APIRouter()


# Only an administrator's page leads here.
async def banner_of(session: AsyncSession, page: str):
    found = (await session.scalars(select(Banner).where(Banner.page == page))).first()
    if found is None:
        session.add(Banner(page=page))  # expect: SL301 note
        await session.commit()


@router.post("/banners")
async def post_banner(
    page: str, admin=Depends(get_current_admin), session: AsyncSession = Depends(get_session)
):
    await banner_of(session, page)


# Whoever visits a page leads here.
async def visited(session: AsyncSession, page: str):
    found = (await session.scalars(select(Banner).where(Banner.page == page))).first()
    if found is None:
        session.add(Banner(page=page))  # expect: SL301 error
        await session.commit()


@router.post("/visits")
async def post_visit(
    page: str, user=Depends(get_user), session: AsyncSession = Depends(get_session)
):
    await visited(session, page)


@scheduler.scheduled_job("cron", hour=3)
async def every_night(session: AsyncSession):
    found = (await session.scalars(select(Banner).where(Banner.page == "night"))).first()
    if found is None:
        session.add(Banner(page="night"))  # expect: SL301 note
        await session.commit()


async def set_site(session: AsyncSession, key: str, value: str):
    found = (await session.scalars(select(SiteSetting).where(SiteSetting.key == key))).first()
    if found is not None:
        found.value = value
    else:
        session.add(SiteSetting(key=key, value=value))  # expect: SL303 note
    await session.commit()


async def settings_of(session: AsyncSession, user_id: int):
    found = (
        await session.scalars(select(UserSetting).where(UserSetting.user_id == user_id))
    ).first()
    if found is None:
        found = UserSetting(user_id=user_id)
        session.add(found)  # expect: SL303 warning
        await session.commit()
    return found
