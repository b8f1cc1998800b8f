# Repositories of a base that is told its model by subclasses, also of classes that nobody here sees.
from clubhouse.models import Badge
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession


class Repository:
    model = None

    def __init__(self, session: AsyncSession):
        self.session = session

    async def one(self, **by):
        found = await self.session.execute(select(self.model).filter_by(**by))
        return found.scalar_one_or_none()

    async def add(self, **values):
        row = self.model(**values)
        self.session.add(row)
        await self.session.commit()
        return row

    async def add_unless_there(self, **values):
        await self.session.execute(insert(self.model).values(**values).on_conflict_do_nothing())


class Badges(Repository):
    model = Badge


async def award(session: AsyncSession, member: int, name: str):
    badges = Badges(session)
    if await badges.one(member=member, name=name):
        raise ValueError("has it")
    return await badges.add(member=member, name=name)  # expect: SL301


async def award_once(session: AsyncSession, member: int, name: str):
    badges = Badges(session)
    if await badges.one(member=member, name=name):
        raise ValueError("has it")
    await badges.add_unless_there(member=member, name=name)


# Must be there.
async def copy(session: AsyncSession, member: int, other: int, name: str):
    badges = Badges(session)
    if not await badges.one(member=member, name=name):
        raise ValueError("has none")
    return await badges.add(member=other, name=name)
