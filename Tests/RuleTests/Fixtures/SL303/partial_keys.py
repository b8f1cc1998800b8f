from sqlalchemy import Column, Index, Integer, String, UniqueConstraint, func, select, text
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


class Chair(Base):
    __tablename__ = "chairs"
    show_id = Column(Integer, primary_key=True)
    guest_id = Column(Integer, primary_key=True)


class Offer(Base):
    __tablename__ = "offers"
    __table_args__ = (
        Index("one_open", "guest_id", "kind", unique=True, postgresql_where=text("state IN ('open', 'held')")),
    )
    id = Column(Integer, primary_key=True)
    guest_id = Column(Integer)
    kind = Column(String(20))
    state = Column(String(20))


class Guest(Base):
    __tablename__ = "guests"
    id = Column(Integer, primary_key=True)
    email = Column(String(80), unique=True)


class Paper(Base):
    __tablename__ = "papers"
    __table_args__ = (UniqueConstraint("show_id", "code"),)
    id = Column(Integer, primary_key=True)
    show_id = Column(Integer, nullable=False)
    code = Column(String(20), nullable=True)


# By the primary key, whatever columns that has.
def chair_of(db: Session, show_id: int, guest_id: int) -> Chair:
    chair = db.get(Chair, (show_id, guest_id))
    if chair is None:
        chair = Chair(show_id=show_id, guest_id=guest_id)
        db.add(chair)  # expect: SL303
        db.commit()
    return chair


# The key is for rows of other states.
def draft_offer(db: Session, guest_id: int, kind: str) -> Offer:
    offer = db.scalar(select(Offer).where(Offer.guest_id == guest_id, Offer.kind == kind))
    if offer is None:
        offer = Offer(guest_id=guest_id, kind=kind, state="draft")
        db.add(offer)  # expect: SL301
        db.commit()
    return offer


def open_offer(db: Session, guest_id: int, kind: str) -> Offer:
    offer = db.scalar(select(Offer).where(Offer.guest_id == guest_id, Offer.kind == kind))
    if offer is None:
        offer = Offer(guest_id=guest_id, kind=kind, state="open")
        db.add(offer)  # expect: SL303
        db.commit()
    return offer


# A function around a column is still the column.
def sign_up(db: Session, email: str) -> Guest:
    if db.scalar(select(Guest).where(func.lower(Guest.email) == email.lower())):
        raise ValueError("taken")
    guest = Guest(email=email)
    db.add(guest)  # expect: SL303 note
    db.commit()
    return guest


# Nothing equals null.
def paper_of(db: Session, show_id: int) -> Paper:
    paper = db.query(Paper).filter_by(show_id=show_id, code=None).first()
    if not paper:
        paper = Paper(show_id=show_id, code=None)
        db.add(paper)  # expect: SL301
        db.commit()
    return paper


def many(db: Session, emails: list[str]) -> None:
    known = {}
    for guest in db.query(Guest).all():
        known[guest.email] = guest
    for email in emails:
        if email not in known:
            db.add(Guest(email=email))  # missing: SL303 (a dict that a loop fills is not followed)
    db.commit()
