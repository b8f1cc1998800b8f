"""A key that the insert fills in refuses the second row, whichever alternative was asked for."""

from sqlalchemy import Column, Integer, String, or_
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


class Badge(Base):
    __tablename__ = "badges"

    id = Column(Integer, primary_key=True)
    code = Column(String, unique=True)
    label = Column(String)


def issue(session: Session, code: str, label: str) -> Badge:
    found = session.query(Badge).filter(or_(Badge.code == code, Badge.label == label)).first()
    if found:
        return found
    badge = Badge(code=code, label=label)
    session.add(badge)  # expect: SL303
    session.commit()
    return badge


def issue_by_label(session: Session, number: str, label: str) -> Badge:
    found = session.query(Badge).filter(or_(Badge.id == number, Badge.label == label)).first()
    if found:
        return found
    badge = Badge(label=label)
    session.add(badge)  # expect: SL301
    session.commit()
    return badge
