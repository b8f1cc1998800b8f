"""A class can keep the class of other rows under its name: what it makes of that is no row of its own."""

from sqlalchemy import Column, Integer, String, select
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


class Journaled:
    def note(self, db: Session, kind: str):
        entry = self.Entry(source=self, kind=kind)
        db.add(entry)
        return entry


class Parcel(Journaled, Base):
    __tablename__ = "parcels"

    id = Column(Integer, primary_key=True)
    name = Column(String(40))


def report_lost(db: Session, depot: Parcel, name: str):
    found = db.scalars(select(Parcel).where(Parcel.name == name)).first()
    if found is None:
        depot.note(db, "lost " + name)
    db.commit()


def register(db: Session, name: str):
    found = db.scalars(select(Parcel).where(Parcel.name == name)).first()
    if found is None:
        found = Parcel(name=name)
        db.add(found)  # expect: SL301 error
        found.note(db, "registered")
    db.commit()
    return found
