import secrets
from datetime import datetime

from sqlalchemy import Column, ForeignKey, Integer, String, UniqueConstraint, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Shelf(Base):
    __tablename__ = "shelves"
    __table_args__ = (UniqueConstraint("label", "room_id"),)

    id = Column(Integer, primary_key=True)
    label = Column(String(40))
    room_id = Column(Integer, ForeignKey("rooms.id"))
    room = relationship("Room")


class Ticket(Base):
    __tablename__ = "tickets"
    __table_args__ = (UniqueConstraint("holder", "code"),)

    id = Column(Integer, primary_key=True)
    holder = Column(String(40))
    code = Column(String(40))


class Reading(Base):
    __tablename__ = "readings"
    __table_args__ = (UniqueConstraint("meter", "taken_at"),)

    id = Column(Integer, primary_key=True)
    meter = Column(String(40))
    taken_at = Column(String(40))
    phase = Column(String(4))


class Club(Base):
    __tablename__ = "clubs"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(50), unique=True)
    closed: Mapped[bool] = mapped_column()


class Guest(Base):
    __tablename__ = "guests"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(50))
    closed: Mapped[bool] = mapped_column()


# The room is the same for two equal requests, so the second shelf is refused.
def shelf_in(session: Session, label: str, room) -> Shelf:
    shelf = session.query(Shelf).filter(Shelf.label == label).first()
    if shelf:
        return shelf
    shelf = Shelf(label=label, room=room)
    session.add(shelf)  # expect: SL303 "unique by label, room_id"
    session.commit()
    return shelf


def shelf_of(session: Session, data, room) -> Shelf:
    shelf = session.query(Shelf).filter_by(label=data.label).first()
    if shelf is None:
        shelf = Shelf(**data.dict(exclude={"room"}), room=room)
        session.add(shelf)  # expect: SL303
        session.commit()
    return shelf


# The code is made up on the way: no two tickets are alike, whoever holds them.
def ticket_for(session: Session, holder: str) -> Ticket:
    ticket = session.query(Ticket).filter(Ticket.holder == holder).first()
    if ticket is None:
        ticket = Ticket(holder=holder, code=secrets.token_hex(8))
        session.add(ticket)  # expect: SL301
        session.commit()
    return ticket


def new_code() -> str:
    return "T-" + secrets.token_hex(8)


def late_ticket_for(session: Session, holder: str) -> Ticket:
    ticket = session.query(Ticket).filter(Ticket.holder == holder).first()
    if ticket is None:
        ticket = Ticket(holder=holder)
        ticket.code = new_code()
        session.add(ticket)  # expect: SL301
        session.commit()
    return ticket


def first_reading(session: Session, meter: str) -> None:
    if session.query(Reading).filter_by(meter=meter).first() is None:
        session.add(Reading(meter=meter, taken_at=datetime.utcnow()))  # expect: SL301
        session.commit()


# The key says nothing of the phase, which is asked by.
def reading_of(session: Session, meter: str, phase: str, day: str) -> None:
    if session.query(Reading).filter_by(meter=meter, phase=phase).first() is None:
        session.add(Reading(meter=meter, phase=phase, taken_at=day))  # expect: SL301
        session.commit()


# Conditions that are collected in a list are the question's all the same.
def club_called(session: Session, title: str, ignores_case: bool) -> Club:
    conditions = [Club.closed == False]  # noqa: E712
    if ignores_case:
        conditions.append(Club.title.ilike(title))
    else:
        conditions.append(Club.title == title)
    club = session.scalars(select(Club).where(*conditions)).first()
    if club is None:
        club = Club(title=title, closed=False)
        session.add(club)  # expect: SL303 "unique by title"
        session.commit()
    return club


def guest_called(session: Session, title: str) -> Guest:
    conditions = [Guest.closed == False]  # noqa: E712
    conditions.append(Guest.title == title)
    guest = session.scalars(select(Guest).where(*conditions)).first()
    if guest is None:
        guest = Guest(title=title, closed=False)
        session.add(guest)  # expect: SL301 "by `title` and both"
        session.commit()
    return guest
