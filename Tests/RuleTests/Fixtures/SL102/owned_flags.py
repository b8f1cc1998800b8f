"""A session, and beside it whether it is the caller's to close."""

from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine("postgresql://db/log")
LogSession = sessionmaker(bind=engine)


def own_session() -> tuple[Session, bool]:
    return LogSession(), True


def session_of(request) -> tuple[Session, bool]:
    session = getattr(request.state, "session", None)
    if session is not None:
        return session, False
    return LogSession(), True


# One variable has the one or the other.
def session_in(request) -> tuple[Session, bool]:
    session = getattr(request.state, "session", None)
    if session is not None:
        return session, False
    session = LogSession()
    return session, True


def unsaid_session(is_short) -> tuple[Session, bool]:
    return LogSession(), is_short


def note(row) -> None:
    session, owned = own_session()
    try:
        session.add(row)
        session.commit()
    finally:
        if owned:
            session.close()


def note_for(request, row) -> None:
    session, owned = session_of(request)
    try:
        session.add(row)
        session.commit()
    finally:
        if owned:
            session.close()


def note_in(request, row) -> None:
    session, owned = session_in(request)
    try:
        session.add(row)
        session.commit()
    finally:
        if owned:
            session.close()


def note_sometimes(row, is_last) -> None:
    session, owned = own_session()  # expect: SL103
    session.add(row)
    session.commit()
    if owned and is_last:
        session.close()


def turned_round(row) -> None:
    session, owned = own_session()  # expect: SL101
    try:
        session.add(row)
        session.commit()
    finally:
        if not owned:
            session.close()


def kept_if_long(row) -> None:
    session, is_short = unsaid_session(len(row) < 10)  # expect: SL102
    try:
        session.add(row)
        session.commit()
    finally:
        if is_short:
            session.close()
