"""A class whose objects have a version is not written if its row has changed since."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


class Draft(Base):
    __tablename__ = "drafts"
    id = Column(Integer, primary_key=True)
    edits = Column(Integer, nullable=False)
    revision = Column(Integer, nullable=False)
    __mapper_args__ = {"version_id_col": revision}


class Tally(Base):
    __tablename__ = "tallies"
    id = Column(Integer, primary_key=True)
    votes = Column(Integer, nullable=False)
    __mapper_args__ = {"eager_defaults": True}


def edit(session: Session, pk):
    draft = session.get(Draft, pk)
    draft.edits = draft.edits + 1
    session.commit()


def vote(session: Session, pk):
    tally = session.get(Tally, pk)
    tally.votes = tally.votes + 1  # expect: SL302
    session.commit()
