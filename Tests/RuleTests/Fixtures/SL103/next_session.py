from sqlalchemy import create_engine, text
from sqlalchemy.orm import sessionmaker

make_session = sessionmaker(bind=create_engine("postgresql://"))


def sessions():
    session = make_session()
    try:
        yield session
    finally:
        session.close()


def wrong(name):
    session = next(sessions())  # expect: SL103
    try:
        session.execute(text("SELECT 1"), {"name": name})
    finally:
        session.commit()
        session.close()


def right(name):
    session = next(sessions())
    try:
        session.execute(text("SELECT 1"), {"name": name})
        session.commit()
    finally:
        session.close()
