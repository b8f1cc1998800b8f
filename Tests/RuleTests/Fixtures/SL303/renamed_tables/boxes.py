"""A table keeps its keys under its new name."""

from sqlalchemy import Column, Integer, Text
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class Box(Base):
    __tablename__ = "boxes"

    id = Column(Integer, primary_key=True)
    title = Column(Text, nullable=False)


class Lid(Base):
    __tablename__ = "lids"

    id = Column(Integer, primary_key=True)
    title = Column(Text, nullable=False)


def box_for(session: Session, title: str) -> Box:
    box = session.query(Box).filter(Box.title == title).one_or_none()
    if box is None:
        box = Box(title=title)
        session.add(box)  # expect: SL303
        session.flush()
    return box


def lid_for(session: Session, title: str) -> Lid:
    lid = session.query(Lid).filter(Lid.title == title).one_or_none()
    if lid is None:
        lid = Lid(title=title)
        session.add(lid)  # expect: SL301
        session.flush()
    return lid
