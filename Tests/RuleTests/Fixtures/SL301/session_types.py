"""Sessions by another name, objects saved twice, rows that are only read."""

from typing import Annotated, NewType

from fastapi import Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession as LibrarySession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

ReadSession = NewType("ReadSession", LibrarySession)
WriteSession = NewType("WriteSession", ReadSession)
Given = Annotated[LibrarySession, Depends(lambda: None)]


class Base(DeclarativeBase):
    pass


class Ticket(Base):
    __tablename__ = "tickets"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    state: Mapped[str]


async def by_new_type(session: WriteSession, code: str) -> Ticket:
    found = await session.scalar(select(Ticket).where(Ticket.code == code))
    if found is not None:
        return found
    ticket = Ticket(code=code)
    session.add(ticket)  # expect: SL301
    return ticket


async def by_alias(session: Given, code: str) -> Ticket:
    found = await session.scalar(select(Ticket).where(Ticket.code == code))
    if found is not None:
        return found
    ticket = Ticket(code=code)
    session.add(ticket)  # expect: SL301
    return ticket


async def saved_twice(session: WriteSession, code: str) -> Ticket:
    ticket = await session.scalar(select(Ticket).where(Ticket.code == code))
    if ticket is None:
        ticket = Ticket(code=code)
        session.add(ticket)  # expect: SL301
    elif ticket.state == "used":
        return ticket
    ticket.state = "used"
    session.add(ticket)
    return ticket
