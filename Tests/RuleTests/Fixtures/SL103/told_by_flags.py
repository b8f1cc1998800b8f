"""A function says beside what it gives whether that is its caller's."""

from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

engine = create_engine("postgresql://orders")
OrderSession = sessionmaker(bind=engine)


def own_session():
    return OrderSession(), True


def session_of(request):
    session = getattr(request.state, "session", None)
    if session is not None:
        return session, False
    return OrderSession(), True


# One variable has the one or the other.
def session_for(request):
    session = getattr(request.state, "session", None)
    if session is not None:
        return session, False
    session = OrderSession()
    return session, True


def add_in(request, row):
    session, is_own = session_for(request)
    try:
        session.add(row)
        session.commit()
    finally:
        if is_own:
            session.close()


def add(row):
    session, is_own = own_session()
    try:
        session.add(row)
        session.commit()
    finally:
        if is_own:
            session.close()


def add_for(request, row):
    session, is_own = session_of(request)
    try:
        session.add(row)
        session.commit()
    finally:
        if is_own:
            session.close()


def add_sometimes(row, is_last):
    session, is_own = own_session()  # expect: SL103
    session.add(row)
    session.commit()
    if is_own and is_last:
        session.close()
