"""Who gets what may be somebody else's cannot know that it is his to close."""

from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

engine = create_engine("postgresql://db")
make = sessionmaker(bind=engine)


def get_session():
    return make()


def session_of(context):
    return (context and context.session) or get_session()


def create(context, row):
    session = session_of(context)
    session.add(row)
    session.flush()


def create_own(row):
    session = get_session()  # expect: SL101
    session.add(row)
    session.flush()
