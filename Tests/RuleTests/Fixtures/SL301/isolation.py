import psycopg2
from psycopg2.extensions import connection
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Locker(Base):
    __tablename__ = "lockers"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]


def by_connection(session: Session, number: int) -> None:
    session.connection(execution_options={"isolation_level": "SERIALIZABLE"})
    if not session.query(Locker).filter_by(number=number).first():
        session.add(Locker(number=number))
        session.commit()


def by_default(session: Session, number: int) -> None:
    session.connection(execution_options={"isolation_level": "READ COMMITTED"})
    if not session.query(Locker).filter_by(number=number).first():
        session.add(Locker(number=number))  # expect: SL301
        session.commit()


def by_level(conn: connection, number: int) -> None:
    conn.set_isolation_level(psycopg2.extensions.ISOLATION_LEVEL_SERIALIZABLE)
    cur = conn.cursor()
    cur.execute("SELECT 1 FROM lockers WHERE number = %s", (number,))
    if not cur.fetchone():
        cur.execute("INSERT INTO lockers (number) VALUES (%s)", (number,))
    conn.commit()
