from sqlalchemy import func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Plan(Base):
    __tablename__ = "plans"
    id: Mapped[int] = mapped_column(primary_key=True)
    seats: Mapped[int]


class Seat(Base):
    __tablename__ = "seats"
    id: Mapped[int] = mapped_column(primary_key=True)
    plan: Mapped[int]


def left(session: Session, plan: Plan) -> int:
    used = session.scalar(select(func.count()).select_from(Seat).where(Seat.plan == plan.id))
    return max(0, plan.seats - used)


def assign(session: Session, plan: Plan) -> None:
    if left(session, plan) <= 0:
        raise ValueError("no seats")
    session.add(Seat(plan=plan.id))  # expect: SL301
    session.commit()


def assign_some(session: Session, plan: Plan, many: int) -> None:
    used = session.scalars(select(Seat).where(Seat.plan == plan.id)).all()
    free = plan.seats - len(used)
    if free >= many:
        for _ in range(many):
            session.add(Seat(plan=plan.id))  # expect: SL301
        session.commit()


# The plan's row is locked before seats are counted.
def assign_locked(session: Session, plan: Plan) -> None:
    session.get(Plan, plan.id, with_for_update=True)
    if left(session, plan) <= 0:
        raise ValueError("no seats")
    session.add(Seat(plan=plan.id))
    session.commit()


# Something must be there already.
def assign_more(session: Session, plan: Plan) -> None:
    if left(session, plan) >= plan.seats:
        raise ValueError("nobody sits here")
    print("somebody does")
