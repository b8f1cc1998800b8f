from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from tenacity import retry, retry_if_exception_type, stop_after_attempt


class Base(DeclarativeBase):
    pass


class Barrel(Base):
    __tablename__ = "barrels"
    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(unique=True)


@retry(retry=retry_if_exception_type(IntegrityError), stop=stop_after_attempt(2))
def barrel(session: Session, label: str) -> Barrel:
    known = session.query(Barrel).filter_by(label=label).one_or_none()
    if known is None:
        known = Barrel(label=label)
        session.add(known)
        session.flush()
    return known


@retry(retry=retry_if_exception_type(OperationalError), stop=stop_after_attempt(2))
def other_barrel(session: Session, label: str) -> Barrel:
    known = session.query(Barrel).filter_by(label=label).one_or_none()
    if known is None:
        known = Barrel(label=label)
        session.add(known)  # expect: SL303
        session.flush()
    return known
