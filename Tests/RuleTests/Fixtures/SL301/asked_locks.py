"""A repository that locks what it finds if it is asked to."""

from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Event(Base):
    __tablename__ = "events"
    id: Mapped[int] = mapped_column(primary_key=True)


class Guest(Base):
    __tablename__ = "guests"
    id: Mapped[int] = mapped_column(primary_key=True)
    event: Mapped[int]
    name: Mapped[str]


def event_of(session: Session, key: int, for_update: bool = False) -> Event:
    question = select(Event).where(Event.id == key)
    if for_update:
        question = question.with_for_update()
    return session.scalars(question).one()


def invite(session: Session, key: int, name: str) -> None:
    event = event_of(session, key)
    known = session.scalars(select(Guest).where(Guest.event == event.id, Guest.name == name)).first()
    if known is None:
        session.add(Guest(event=event.id, name=name))  # expect: SL301


def invite_alone(session: Session, key: int, name: str) -> None:
    event = event_of(session, key, for_update=True)
    known = session.scalars(select(Guest).where(Guest.event == event.id, Guest.name == name)).first()
    if known is None:
        session.add(Guest(event=event.id, name=name))


def listed_event_of(
    session: Session, key: int, with_past: bool = False, for_update: bool = False
) -> Event:
    question = select(Event).where(Event.id == key)
    if not with_past:
        question = question.where(Event.id > 0)
    if for_update:
        question = question.with_for_update()
    return session.scalars(question).one()


def invite_to_past(session: Session, key: int, name: str) -> None:
    event = listed_event_of(session, key, with_past=True)
    known = session.scalars(select(Guest).where(Guest.event == event.id, Guest.name == name)).first()
    if known is None:
        session.add(Guest(event=event.id, name=name))  # expect: SL301


def invite_to_past_alone(session: Session, key: int, name: str) -> None:
    event = listed_event_of(session, key, with_past=True, for_update=True)
    known = session.scalars(select(Guest).where(Guest.event == event.id, Guest.name == name)).first()
    if known is None:
        session.add(Guest(event=event.id, name=name))
