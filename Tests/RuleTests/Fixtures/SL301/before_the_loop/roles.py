"""What a program does before it starts to wait is done once; what it does then is done for ever."""

from sqlalchemy import Column, Integer, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Role(Base):
    __tablename__ = "roles"

    id = Column(Integer, primary_key=True)
    name = Column(String(40))


async def ensure_role(session: AsyncSession, name: str):
    found = (await session.scalars(select(Role).where(Role.name == name))).first()
    if found is None:
        session.add(Role(name=name))  # expect: SL301 note
        await session.commit()


async def role_of(session: AsyncSession, name: str):
    found = (await session.scalars(select(Role).where(Role.name == name))).first()
    if found is None:
        found = Role(name=name)
        session.add(found)  # expect: SL301 error
        await session.commit()
    return found
