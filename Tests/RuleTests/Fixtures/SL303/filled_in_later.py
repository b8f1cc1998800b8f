"""A column that is filled in after the object was made counts as one that it was made with."""

from random import randint

from sqlalchemy import Column, String, select
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class Badge(Base):
    __tablename__ = "badges"
    code = Column(String, primary_key=True)
    text = Column(String)


def make(session: Session, wish):
    badge = Badge(text=wish.text)
    if wish.code:
        badge.code = wish.code
    session.add(badge)
    session.commit()
    return badge


def get_or_make(session: Session, wish):
    badge = session.scalars(select(Badge).where(Badge.code == wish.code)).first()
    if badge is not None:
        return badge
    return make(session, wish)  # expect: SL303


def get_or_make_here(session: Session, wish):
    badge = session.scalars(select(Badge).where(Badge.code == wish.code)).first()
    if badge is None:
        badge = Badge(text=wish.text)
        badge.code = wish.code
        session.add(badge)  # expect: SL303
        session.commit()
    return badge


# Made up on another way only.
def make_or_refuse(session: Session, wish, tests: bool):
    badge = Badge(text=wish.text, code=wish.code)
    if tests:
        badge.code = f"{wish.code}-{randint(1, 1000)}"
        session.add(badge)
        session.commit()
        return badge
    if session.scalars(select(Badge).where(Badge.code == wish.code)).first() is not None:
        raise ValueError(wish.code)
    session.add(badge)  # expect: SL303 note
    session.commit()
    return badge
