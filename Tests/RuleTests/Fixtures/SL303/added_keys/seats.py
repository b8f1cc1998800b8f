from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Seat(Base):
    __tablename__ = "seats"
    id = Column(Integer, primary_key=True)
    show = Column(Integer)
    number = Column(Integer)
    guest = Column(String)


def take(session, show, number):
    seat = session.query(Seat).filter_by(show=show, number=number).first()
    if seat is None:
        seat = Seat(show=show, number=number)
        session.add(seat)  # expect: SL303
        session.commit()
    return seat


def take_for(session, guest):
    seat = session.query(Seat).filter_by(guest=guest).first()
    if seat is None:
        seat = Seat(guest=guest)
        session.add(seat)  # expect: SL301
        session.commit()
    return seat
