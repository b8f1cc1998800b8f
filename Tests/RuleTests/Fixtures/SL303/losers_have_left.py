# An insert that only the first of two requests comes to.
from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Entry(Base):
    __tablename__ = "entries"
    __table_args__ = (
        Index("one_claim", "kind", "claim_id", unique=True, postgresql_where="kind = 'claim'"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String)
    claim_id: Mapped[int] = mapped_column()


async def entry_of(session: AsyncSession, claim_id: int) -> Entry | None:
    result = await session.execute(
        select(Entry).where(Entry.kind == "claim", Entry.claim_id == claim_id)
    )
    return result.scalar_one_or_none()


async def add_fees(session: AsyncSession, claim_id: int) -> None:
    for kind in ("fee", "tax"):
        session.add(Entry(kind=kind, claim_id=claim_id))


async def book(session: AsyncSession, claim_id: int) -> None:
    if await entry_of(session, claim_id) is not None:
        raise ValueError("booked already")
    try:
        async with session.begin_nested():
            session.add(Entry(kind="claim", claim_id=claim_id))
            await session.flush()
    except IntegrityError as error:
        raise ValueError("booked already") from error
    await add_fees(session, claim_id)


async def book_unguarded(session: AsyncSession, claim_id: int) -> None:
    if await entry_of(session, claim_id) is not None:
        raise ValueError("booked already")
    session.add(Entry(kind="claim", claim_id=claim_id))  # expect: SL303
    await session.flush()
