from sqlalchemy import func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Spot(Base):
    __tablename__ = "spots"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


def spot(session: Session, name: str) -> Spot:
    known = session.query(Spot).filter_by(name=name).first()
    if known is None:
        known = Spot(name=name)
        session.add(known)
        session.commit()
    return known


def handle(session: Session, name: str) -> Spot:
    session.execute(select(func.pg_advisory_xact_lock(42)))
    return spot(session, name)
