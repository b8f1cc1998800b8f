"""A helper that does something and says whether it did is no question about rows."""

import sqlalchemy as sa
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class Membership(Base):
    __tablename__ = "memberships"
    id = sa.Column(sa.Integer, primary_key=True)
    user = sa.Column(sa.Integer)
    until = sa.Column(sa.Integer)


def find(session: Session, user):
    return session.scalars(sa.select(Membership).where(Membership.user == user)).first()


def renew(session: Session, user, price, paid):
    known = find(session, user)
    if known is None:
        return False
    if price != paid:
        return False
    known.until = price
    session.commit()
    return True


def is_member(session: Session, user):
    return find(session, user) is not None


def on_payment(session: Session, user, price, paid):
    if renew(session, user, price, paid):
        return
    session.add(Membership(user=user, until=paid))
    session.commit()


def join(session: Session, user):
    if is_member(session, user):
        return
    session.add(Membership(user=user))  # expect: SL301
    session.commit()
