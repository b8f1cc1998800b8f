"""A lock that the head of a `with` block takes holds for its body, and so for what its session asks."""

import uuid
from contextlib import asynccontextmanager

from sqlalchemy import Column, Text, select, text
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import declarative_base

Base = declarative_base()
Session = async_sessionmaker(create_async_engine("postgresql+asyncpg://x/y"))


class Seat(Base):
    __tablename__ = "seat"
    id = Column(Text, primary_key=True)
    room_id = Column(Text, nullable=False)
    person_id = Column(Text, nullable=False)


@asynccontextmanager
async def one_at_a_time():
    async with Session() as db:
        try:
            if db.bind.dialect.name == "sqlite":
                await db.execute(text("BEGIN IMMEDIATE"))
            elif db.bind.dialect.name == "postgresql":
                await db.execute(text("SELECT pg_advisory_xact_lock(4711)"))
            else:
                raise RuntimeError("which database is this?")
            yield db
            await db.commit()
        except Exception:
            await db.rollback()
            raise


@asynccontextmanager
async def all_at_once():
    async with Session() as db:
        yield db
        await db.commit()


async def seat(room_id, person_id):
    async with one_at_a_time() as db:
        asked = select(Seat).where(Seat.room_id == room_id, Seat.person_id == person_id)
        if (await db.execute(asked)).scalars().first() is None:
            db.add(Seat(id=str(uuid.uuid4()), room_id=room_id, person_id=person_id))


async def seat_badly(room_id, person_id):
    async with all_at_once() as db:
        asked = select(Seat).where(Seat.room_id == room_id, Seat.person_id == person_id)
        if (await db.execute(asked)).scalars().first() is None:
            db.add(Seat(id=str(uuid.uuid4()), room_id=room_id, person_id=person_id))  # expect: SL301
