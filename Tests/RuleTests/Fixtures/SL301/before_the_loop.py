"""What a program does before it starts to wait is done once; what it does then is done for ever."""

import asyncio

from sqlalchemy import Column, Integer, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase

from .signals import next_message, open_session


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


async def main():
    session = open_session()
    await ensure_role(session, "owner")
    while True:
        message = await next_message()
        await role_of(session, message.role)


if __name__ == "__main__":
    asyncio.run(main())
