"""Columns that hold whole documents, and are written back whole."""

from copy import deepcopy

from sqlalchemy import JSON
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from sqlalchemy.orm.attributes import flag_modified


class Base(DeclarativeBase):
    pass


class Reader(Base):
    __tablename__ = "readers"

    id: Mapped[int] = mapped_column(primary_key=True)
    prefs: Mapped[dict] = mapped_column(JSON)
    topics: Mapped[list] = mapped_column(JSON)
    title: Mapped[str]
    shelves = relationship("Shelf")


def change(session: Session, reader_id: int, patch: dict):
    reader = session.query(Reader).filter(Reader.id == reader_id).one()
    prefs = deepcopy(reader.prefs)
    prefs.update(patch)
    reader.prefs = prefs  # expect: SL302 "`prefs`"
    session.commit()


def add(session: Session, reader_id: int, key: str, value: str):
    reader = session.get(Reader, reader_id)
    reader.prefs = {**reader.prefs, key: value}  # expect: SL302
    session.commit()


def put(session: Session, reader_id: int, key: str, value: str):
    reader = session.get(Reader, reader_id)
    reader.prefs[key] = value  # expect: SL302
    flag_modified(reader, "prefs")
    session.commit()


def follow(session: Session, reader_id: int, topic: str):
    reader = session.get(Reader, reader_id)
    topics = list(reader.topics)
    topics.append(topic)
    reader.topics = topics  # expect: SL302
    session.commit()


def unfollow(session: Session, reader_id: int, topic: str):
    reader = session.get(Reader, reader_id)
    reader.topics = [known for known in reader.topics if known != topic]  # expect: SL302
    session.commit()


# Correct: what is written holds nothing of what was read.
def replace(session: Session, reader_id: int, theme: str):
    reader = session.get(Reader, reader_id)
    reader.prefs = {"theme": theme}
    reader.title = reader.title.strip()
    session.commit()


# Correct: nothing was put into the copy.
def touch(session: Session, reader_id: int):
    reader = session.get(Reader, reader_id)
    reader.prefs = dict(reader.prefs)
    session.commit()


# Correct: the row is locked when it is read.
def change_locked(session: Session, reader_id: int, patch: dict):
    reader = session.query(Reader).filter(Reader.id == reader_id).with_for_update().one()
    reader.prefs = {**reader.prefs, **patch}
    session.commit()


# Correct: the rows of a relation are no column.
def shelve(session: Session, reader_id: int, shelf):
    reader = session.get(Reader, reader_id)
    reader.shelves.append(shelf)
    session.commit()


# Correct: what an object keeps of its own is no column.
def fill(session: Session, reader_id: int, values: dict):
    reader = session.get(Reader, reader_id)
    reader.__dict__.update(values)
    session.add(reader)
    session.commit()
