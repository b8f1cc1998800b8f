"""What a clock runs, runs once at a time."""

import time

import sqlalchemy as sa
from feeds import session_factory
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Fact(Base):
    __tablename__ = "facts"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)


def ingest(feed):
    with session_factory() as session:
        for name in feed.names():
            if session.scalar(sa.select(Fact.id).where(Fact.name == name)) is not None:
                continue
            session.add(Fact(name=name))  # expect: SL301 note
            session.commit()


def serve(feed):
    while True:
        ingest(feed)
        time.sleep(300)


if __name__ == "__main__":
    serve(None)
