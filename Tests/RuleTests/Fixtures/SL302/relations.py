from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pots"

    id: Mapped[int] = mapped_column(primary_key=True)
    plants: Mapped[list["Plant"]] = relationship("Plant", back_populates="pot")
    labels: Mapped[list] = mapped_column(JSON)
    waterings: Mapped[int]


class Plant(Base):
    __tablename__ = "plants"

    id: Mapped[int] = mapped_column(primary_key=True)
    pot_id: Mapped[int] = mapped_column(ForeignKey("pots.id"))
    pot: Mapped["Pot"] = relationship("Pot", back_populates="plants")


# The plants come to stand in another pot: their rows are written, and none of the pot's columns.
def merge(session: Session, left: int, right: int) -> None:
    pot = session.get(Pot, left)
    other = session.get(Pot, right)
    pot.plants += other.plants
    session.commit()


def label(session: Session, key: int, text: str) -> None:
    pot = session.get(Pot, key)
    pot.labels += [text]  # expect: SL302 "labels"
    session.commit()


def water(session: Session, key: int) -> None:
    pot = session.get(Pot, key)
    pot.waterings += 1  # expect: SL302 "waterings"
    session.commit()
