"""Whose rows a helper makes, its callers say."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class PersonLink(Base):
    __tablename__ = "person_links"
    person_id = Column(Integer, primary_key=True)
    team_id = Column(Integer, primary_key=True)


class RoleLink(Base):
    __tablename__ = "role_links"
    person_id = Column(Integer, primary_key=True)
    role_id = Column(Integer, primary_key=True)


def link(session: Session, table, left, right):
    known = session.query(table).filter_by(**left, **right).first()
    if known is None:
        session.add(table(**left, **right))  # expect: SL303
        session.commit()


def link_team(session: Session, person: int, team: int):
    link(session, PersonLink, {"person_id": person}, {"team_id": team})


def link_role(session: Session, person: int, role: int):
    link(session, RoleLink, {"person_id": person}, {"role_id": role})
