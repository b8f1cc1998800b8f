"""Models that save themselves, and helpers that make the object."""

from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker

SessionLocal = sessionmaker()


class Base(DeclarativeBase):
    def save(self, session: Session):
        session.add(self)
        session.flush()


class Lamp(Base):
    __tablename__ = "lamps"
    id: Mapped[int] = mapped_column(primary_key=True)
    room: Mapped[str]
    watts: Mapped[int]


def lamp_of(session: Session, room: str) -> Lamp:
    lamp = session.query(Lamp).filter_by(room=room).first()
    if lamp is None:
        lamp = Lamp()
        lamp.room = room
        lamp.save(session)  # expect: SL301 "`Lamp` by `room`"
    return lamp


def made(room: str, watts: int) -> Lamp:
    return Lamp(room=room, watts=watts)


def make_sure(session: Session, room: str) -> None:
    if not session.query(Lamp).filter_by(room=room).first():
        session.add(made(room, 40))  # expect: SL301


# A lamp that was found is changed.
def brighten(session: Session, room: str, watts: int) -> Lamp | None:
    lamp = session.query(Lamp).filter_by(room=room).first()
    if lamp is not None:
        lamp.watts = watts
        lamp.save(session)
    return lamp


def dimmed(lamp: Lamp) -> Lamp:
    lamp.watts = 5
    return lamp


def dim(session: Session, room: str) -> None:
    lamp = session.query(Lamp).filter_by(room=room).first()
    if lamp:
        session.add(dimmed(lamp))
