from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]


class Seat(Base):
    __tablename__ = "seats"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan: Mapped[int]


def query_style(session: Session, email: str) -> User:
    user = session.query(User).filter_by(email=email).first()  # step: probed
    if user is None:
        user = User(email=email)
        session.add(user)  # expect: SL301 "an existing `User` by `email`" step: called
        session.commit()
    return user


def filter_style(session: Session, email: str) -> User:
    user = session.query(User).filter(User.email == email).one_or_none()
    if not user:
        user = User(email=email)
        session.add(user)  # expect: SL301
    return user


async def select_style(session: AsyncSession, email: str) -> User:
    result = await session.execute(select(User).where(User.email == email))
    user = result.scalar_one_or_none()
    if user:
        return user
    user = User(email=email)
    session.add(user)  # expect: SL301 "an existing `User` by `email`"
    await session.flush()
    return user


# Which object is saved depends on the answer.
async def late_add(session: AsyncSession, email: str) -> User:
    user = await session.scalar(select(User).where(User.email == email))
    if user is None:
        user = User(email=email)
    user.seen = True
    session.add(user)  # expect: SL301
    return user


async def capacity(session: AsyncSession, plan: int, limit: int) -> None:
    taken = await session.scalar(select(func.count(Seat.id)).where(Seat.plan == plan))
    if taken >= limit:
        raise ValueError("no seats left")
    session.add(Seat(plan=plan))  # expect: SL301


# A broad handler that raises again is no answer.
def raised_again(session: Session, email: str) -> User:
    user = session.get(User, email)
    if user is None:
        user = User(email=email)
        try:
            session.add(user)  # expect: SL301
            session.commit()
        except Exception:
            session.rollback()
            raise
    return user


# Correct look-alikes.


def handled_at_commit(session: Session, email: str) -> User:
    user = session.query(User).filter_by(email=email).first()
    if user is None:
        user = User(email=email)
        session.add(user)
        try:
            session.commit()
        except IntegrityError:
            session.rollback()
            user = session.query(User).filter_by(email=email).one()
    return user


async def savepoint(session: AsyncSession, email: str) -> User:
    user = await session.scalar(select(User).where(User.email == email))
    if user:
        return user
    try:
        async with session.begin_nested():
            user = User(email=email)
            session.add(user)
    except IntegrityError:
        user = await session.scalar(select(User).where(User.email == email))
    return user


async def upsert(session: AsyncSession, email: str) -> None:
    if await session.scalar(select(User).where(User.email == email)):
        return
    await session.execute(insert(User).values(email=email).on_conflict_do_nothing())


async def parent_locked(session: AsyncSession, user_id: int, plan: int, limit: int) -> None:
    user = await session.get(User, user_id, with_for_update=True)
    taken = await session.scalar(select(func.count(Seat.id)).where(Seat.plan == plan))
    if taken >= limit:
        raise ValueError("no seats left")
    session.add(Seat(plan=plan))


def renamed(session: Session, user_id: int, email: str) -> None:
    user = session.get(User, user_id)
    if user is None:
        raise LookupError(user_id)
    user.email = email
    session.add(user)
    session.commit()


def other_entity(session: Session, email: str) -> None:
    user = session.query(User).filter_by(email=email).first()
    if user is None:
        session.add(Seat(plan=1))


def missing_ones(session: Session, emails: list[str]) -> None:
    missing = []
    for email in emails:
        if session.query(User).filter_by(email=email).first() is None:
            missing.append(User(email=email))
    session.add_all(missing)  # expect: SL301
    session.commit()
