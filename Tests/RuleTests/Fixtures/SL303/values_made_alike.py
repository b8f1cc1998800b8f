"""Which values two equal requests fill in alike."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from django.utils import timezone
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Event(Base):
    __tablename__ = "events"
    id = sa.Column(sa.Integer, primary_key=True)
    seen_at = sa.Column(sa.DateTime)


class Mark(Base):
    __tablename__ = "marks"
    id = sa.Column(sa.Integer, primary_key=True)
    event_id = sa.Column(sa.Integer, nullable=False)
    sieve_id = sa.Column(sa.Integer, nullable=False)
    __table_args__ = (sa.UniqueConstraint("event_id", "sieve_id"),)


class Alias(Base):
    __tablename__ = "aliases"
    id = sa.Column(sa.Integer, primary_key=True)
    team = sa.Column(sa.Integer)
    name = sa.Column(sa.String)
    plain = sa.Column(sa.String)
    __table_args__ = (sa.UniqueConstraint("team", "plain"),)


# Rows are what they are, whatever they were asked by: the clock makes none of them new.
def mark(session, sieve, days):
    since = datetime.utcnow() - timedelta(days=days)
    for event in session.scalars(sa.select(Event).where(Event.seen_at > since)).all():
        known = session.scalar(
            sa.select(Mark).where(Mark.event_id == event.id, Mark.sieve_id == sieve.id)
        )
        if known is None:
            session.add(Mark(event_id=event.id, sieve_id=sieve.id))  # expect: SL303
            session.commit()


# What is computed of the compared values alone is the same whenever they are.
def alias(session, team, name):
    known = session.scalar(sa.select(Alias).where(Alias.team == team, Alias.name == name))
    if known:
        return known
    made = Alias(team=team, name=name, plain=name.lower().strip())
    session.add(made)  # expect: SL303
    session.commit()
    return made


def alias_of(session, team, name, plain):
    known = session.scalar(sa.select(Alias).where(Alias.team == team, Alias.name == name))
    if known:
        return known
    made = Alias(team=team, name=name, plain=plain)
    session.add(made)  # expect: SL301
    session.commit()
    return made


# What is mostly given is the same twice; made up is only what nobody gave.
def alias_or_none(session, team, plain):
    known = session.scalar(sa.select(Alias).where(Alias.team == team, Alias.plain == plain))
    if known:
        return known
    made = Alias(team=team, name="", plain=plain or None)
    session.add(made)  # expect: SL303
    session.commit()
    return made
