from datetime import datetime, timedelta

from sqlalchemy import Column, DateTime, Integer, String
from sqlalchemy.orm import DeclarativeBase, Session, relationship
from sqlalchemy import ForeignKey


class Base(DeclarativeBase):
    pass


class ReportLog(Base):
    __tablename__ = "report_logs"

    id = Column(Integer, primary_key=True)
    subject = Column(String(40))
    written_at = Column(DateTime)


class Reminder(Base):
    __tablename__ = "reminders"

    id = Column(Integer, primary_key=True)
    subject = Column(String(40))
    sent_at = Column(DateTime)


class Binder(Base):
    __tablename__ = "binders"

    id = Column(Integer, primary_key=True)
    sheet = relationship("Sheet", uselist=False)


class Sheet(Base):
    __tablename__ = "sheets"

    id = Column(Integer, primary_key=True)
    binder_id = Column(Integer, ForeignKey("binders.id"))


# Two lines in a log hurt nobody.
def report(session: Session, subject: str):
    since = datetime.utcnow() - timedelta(hours=1)
    lately = (
        session.query(ReportLog)
        .filter(ReportLog.subject == subject, ReportLog.written_at >= since)
        .first()
    )
    if lately is None:
        session.add(ReportLog(subject=subject, written_at=datetime.utcnow()))  # expect: SL301 note
        session.commit()


# One line for each day is a rule of the log, and no look at how old the last one is.
def report_daily(session: Session, subject: str, day: str):
    fields = {"subject": subject, "written_at": day}
    if session.query(ReportLog).filter_by(**fields).first() is None:
        session.add(ReportLog(**fields))  # expect: SL301 error
        session.commit()


# Two reminders do.
def remind(session: Session, subject: str):
    since = datetime.utcnow() - timedelta(hours=1)
    lately = (
        session.query(Reminder)
        .filter(Reminder.subject == subject, Reminder.sent_at >= since)
        .first()
    )
    if lately is None:
        session.add(Reminder(subject=subject, sent_at=datetime.utcnow()))  # expect: SL301 error
        session.commit()


# The binder's number is no number of a sheet, and what the database counts up is never there twice.
def sheet_of(session: Session, binder_id: int):
    binder = session.query(Binder).filter(Binder.id == binder_id).one()
    if not binder.sheet:
        sheet = Sheet(binder_id=binder.id)
        session.add(sheet)  # expect: SL301 "for the same binder_id"
        session.commit()
