# A session that others go on with is rolled back where the failure of its commit is handled.
import logging

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

db = SQLAlchemy()
log = logging.getLogger(__name__)


def remember(visit):
    db.session.add(visit)
    try:
        db.session.commit()  # expect: SL107 "rolled back"
    except (IntegrityError, OperationalError) as error:
        log.info("not written: %s", error)


def remember_safely(visit):
    db.session.add(visit)
    try:
        db.session.commit()
    except IntegrityError as error:
        db.session.rollback()
        log.info("not written: %s", error)


def remember_loudly(visit):
    db.session.add(visit)
    try:
        db.session.commit()
    except IntegrityError as error:
        raise ValueError("twice") from error


def undo():
    db.session.rollback()


def remember_with_helper(visit):
    db.session.add(visit)
    try:
        db.session.commit()
    except IntegrityError:
        undo_and_close()


def undo_and_close():
    undo()


def of_the_caller(session: Session, visit):
    session.add(visit)
    try:
        session.commit()
    except IntegrityError:
        log.info("twice")


def of_its_own(engine, visit):
    with Session(engine) as session:
        session.add(visit)
        try:
            session.commit()
        except IntegrityError:
            log.info("twice")
