from sqlalchemy import func
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from models import Crate


def crate_for(session: Session, title: str) -> Crate:
    try:
        crate = session.query(Crate).filter(Crate.plain == func.plain_text(title)).one()
    except NoResultFound:
        crate = Crate(title=title)
        session.add(crate)  # expect: SL303
        session.flush()
    return crate


def noted(session: Session, note: str) -> Crate:
    crate = session.query(Crate).filter(Crate.short == func.short_text(note)).first()
    if crate is None:
        crate = Crate(note=note)
        session.add(crate)  # expect: SL301
        session.flush()
    return crate
