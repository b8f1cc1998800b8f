from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Visit(Base):
    __tablename__ = "visits"
    id: Mapped[int] = mapped_column(primary_key=True)
    hour: Mapped[int]


def free_hours(session: Session, hours: list[int]) -> list[int]:
    taken = {visit.hour for visit in session.query(Visit).all()}
    return [hour for hour in hours if hour not in taken]


def visit(session: Session, hours: list[int], hour: int) -> None:
    if hour not in free_hours(session, hours):
        raise ValueError("taken")
    session.add(Visit(hour=hour))  # expect: SL301
    session.commit()


# Hours that are taken are taken again.
def visit_again(session: Session, hours: list[int], hour: int) -> None:
    if hour in free_hours(session, hours):
        raise ValueError("nobody comes")
    session.add(Visit(hour=hour))
    session.commit()
