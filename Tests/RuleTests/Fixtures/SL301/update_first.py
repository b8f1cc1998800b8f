"""An update that hits no row, and the insert that then follows."""

import psycopg
from django.db import models
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Usage(Base):
    __tablename__ = "usages"
    id: Mapped[int] = mapped_column(primary_key=True)
    meter: Mapped[str]
    day: Mapped[str]
    total: Mapped[int]


class Reading(models.Model):
    meter = models.CharField(max_length=20)
    value = models.IntegerField()


def keep(session: Session, meter: str, day: str, total: int) -> None:
    rows = session.query(Usage).filter_by(meter=meter, day=day).update({"total": total})
    if not rows:
        session.add(Usage(meter=meter, day=day, total=total))  # expect: SL301 "`Usage` by `meter`, `day`"
    session.commit()


def read(meter: str, value: int) -> None:
    count = Reading.objects.filter(meter=meter).update(value=value)
    if count == 0:
        Reading.objects.create(meter=meter, value=value)  # expect: SL301 "`Reading` by `meter`"


def read_at_once(meter: str, value: int) -> None:
    if not Reading.objects.filter(meter=meter).update(value=value):
        Reading.objects.create(meter=meter, value=value)  # expect: SL301


def count(conn: psycopg.Connection, meter: str) -> None:
    cur = conn.execute("UPDATE counts SET n = n + 1 WHERE meter = %s", (meter,))
    if cur.rowcount == 0:
        conn.execute("INSERT INTO counts (meter, n) VALUES (%s, 1)", (meter,))  # expect: SL301


# The insert stands the conflict; a row must be there; another row is made.
def count_once(conn: psycopg.Connection, meter: str) -> None:
    cur = conn.execute("UPDATE counts SET n = n + 1 WHERE meter = %s", (meter,))
    if cur.rowcount == 0:
        conn.execute(
            "INSERT INTO counts (meter, n) VALUES (%s, 1) ON CONFLICT (meter) DO UPDATE SET n = counts.n + 1",
            (meter,),
        )


def reread(meter: str, value: int) -> None:
    if not Reading.objects.filter(meter=meter).update(value=value):
        raise LookupError(meter)
    Reading.objects.create(meter="total", value=value)


def note(session: Session, meter: str, total: int) -> None:
    session.query(Usage).filter_by(meter=meter).update({"total": total})
    session.add(Usage(meter=meter, day="all", total=total))
