# A column of joined rows is none of the rows that are asked for, whatever it is called.
from sqlalchemy import Column, ForeignKey, Integer, create_engine, select, text
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()
engine = create_engine("sqlite://")


class Reader(Base):
    __tablename__ = "readers"
    id = Column(Integer, primary_key=True)


class Loan(Base):
    __tablename__ = "loans"
    id = Column(Integer, primary_key=True)
    book = Column(Integer)
    reader_id = Column(ForeignKey("readers.id"))


def lend(session: Session, reader_id, book):
    question = select(Loan).join(Reader).where(Reader.id == reader_id, Loan.book == book)
    if session.scalars(question).first():
        raise ValueError("lent already")
    session.add(Loan(reader_id=reader_id, book=book))  # expect: SL301
    session.commit()


def lend_by_text(session: Session, reader_id, book):
    row = session.execute(
        text("SELECT l.book FROM loans l JOIN readers r ON r.id = l.reader_id WHERE r.id = :r AND l.book = :b"),
        {"r": reader_id, "b": book},
    ).first()
    if row is None:
        added = text("INSERT INTO loans (reader_id, book) VALUES (:r, :b)")
        session.execute(added, {"r": reader_id, "b": book})  # expect: SL301
        session.commit()
