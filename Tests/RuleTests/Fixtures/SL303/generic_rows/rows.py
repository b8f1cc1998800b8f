# A row that others fill in, given to a repository of any rows.
from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Badge(Base):
    __tablename__ = "badges"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    label: Mapped[str] = mapped_column(String(20))


class Rows:
    def __init__(self, session: AsyncSession):
        self.session = session

    async def create(self, row):
        self.session.add(row)
        await self.session.commit()
        return row


class Badges(Rows):
    async def by_code(self, code):
        found = await self.session.execute(select(Badge).where(Badge.code == code))
        return found.scalar_one_or_none()

    async def by_label(self, label):
        found = await self.session.execute(select(Badge).where(Badge.label == label))
        return found.scalar_one_or_none()


async def create_badge(form, badges: Badges):
    if await badges.by_code(form.data["code"]):
        return None
    badge = Badge()
    form.populate_obj(badge)
    return await badges.create(badge)  # expect: SL303


async def create_label(form, badges: Badges):
    if await badges.by_label(form.data["label"]):
        return None
    return await badges.create(Badge(label=form.data["label"]))  # expect: SL301
