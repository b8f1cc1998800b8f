# A commit that is expected to fail leaves a broken session in the normal course of things.
import logging

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.exc import IntegrityError, OperationalError

db = SQLAlchemy()
log = logging.getLogger(__name__)


def remember(visit):
    db.session.add(visit)
    try:
        db.session.commit()  # expect: SL107 warning
    except IntegrityError:
        log.info("known already")


def remember_unless_down(visit):
    db.session.add(visit)
    try:
        db.session.commit()  # expect: SL107 note
    except OperationalError:
        log.info("not written")
