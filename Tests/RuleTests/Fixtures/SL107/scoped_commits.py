import logging

from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
log = logging.getLogger(__name__)


# The request ends soon, and with it this session.
def rename(server, name):
    try:
        server.name = name
        db.session.commit()  # expect: SL107 note
    except Exception:
        log.exception("rename")
    return server


def rename_well(server, name):
    try:
        server.name = name
        db.session.commit()
    except Exception:
        db.session.rollback()
        log.exception("rename")
    return server
