from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


class Badge(Base):
    __tablename__ = "badges"

    id = Column(Integer, primary_key=True)
    name = Column(String(40), unique=True)


class Sticker(Base):
    __tablename__ = "stickers"

    id = Column(Integer, primary_key=True)
    name = Column(String(40))


# Whatever the database refuses is undone and answered.
def badge_called(session: Session, name: str):
    badge = session.query(Badge).filter_by(name=name).first()
    if badge is not None:
        return badge
    try:
        badge = Badge(name=name)
        session.add(badge)
        session.commit()
        return badge
    except Exception as error:
        session.rollback()
        return str(error)


def make_badge(session: Session, name: str):
    badge = session.query(Badge).filter_by(name=name).first()
    if badge is None:
        badge = Badge(name=name)
        session.add(badge)
        session.commit()
    return badge


def answer_badge(session: Session, name: str):
    try:
        return True, make_badge(session, name)
    except Exception as error:
        session.rollback()
        return False, str(error)


# Nothing is refused here, and so nothing handled.
def sticker_called(session: Session, name: str):
    sticker = session.query(Sticker).filter_by(name=name).first()
    if sticker is not None:
        return sticker
    try:
        sticker = Sticker(name=name)
        session.add(sticker)  # expect: SL301
        session.commit()
        return sticker
    except Exception as error:
        session.rollback()
        return str(error)


# The violation goes on to whoever called.
def badge_or_error(session: Session, name: str):
    badge = session.query(Badge).filter_by(name=name).first()
    if badge is not None:
        return badge
    try:
        badge = Badge(name=name)
        session.add(badge)  # expect: SL303
        session.commit()
        return badge
    except Exception:
        session.rollback()
        raise
