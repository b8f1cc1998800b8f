"""What is registered for the whole project, and on single functions."""

from pyramid_retry import mark_error_retryable
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

mark_error_retryable(IntegrityError)


class Base(DeclarativeBase):
    pass


class Crate(Base):
    __tablename__ = "crates"
    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(unique=True)


# The loser's request runs again, and finds the row.
def crate(session: Session, label: str) -> Crate:
    known = session.query(Crate).filter_by(label=label).one_or_none()
    if known is None:
        known = Crate(label=label)
        session.add(known)
        session.flush()
    return known
