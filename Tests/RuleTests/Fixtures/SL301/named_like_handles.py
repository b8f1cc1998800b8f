"""Tables whose names say little: as classes they are entities, as variables they are handles."""

from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from elsewhere import Client


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "items"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]


def item(session: Session, code: str) -> Item:
    found = session.scalars(select(Item).where(Item.code == code)).first()
    if found is None:
        found = Item(code=code)
        session.add(found)  # expect: SL301 "code"
    return found


def client(session: Session, email: str) -> Client:
    found = session.query(Client).filter_by(email=email).first()
    if not found:
        found = Client(email=email)
        session.add(found)  # expect: SL301 "email"
    return found


def other(session: Session, code: str) -> Item:
    """Asks for the one and makes the other."""
    if session.query(Client).filter_by(code=code).first() is None:
        return Item(code=code)
    return session.scalars(select(Item).where(Item.code == code)).one()
