from functools import lru_cache

from sqlalchemy import create_engine, text
from sqlalchemy.orm import sessionmaker


def total(url, account):
    engine = create_engine(url)  # expect: SL403
    with engine.connect() as conn:
        query = text("SELECT sum(amount) FROM bills WHERE account = :a")
        return conn.execute(query, {"a": account}).scalar()


@lru_cache
def engine_of(url):
    return create_engine(url)


def sessions_of(url):
    return sessionmaker(bind=create_engine(url))


def main(url):
    engine = create_engine(url)
    with engine.begin() as conn:
        conn.execute(text("DELETE FROM drafts"))
