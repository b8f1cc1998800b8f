# What a framework asks for with a generator: who works with it is handled, and it is never given back.
import asyncpg
from sqlalchemy.orm import sessionmaker

Session = sessionmaker()


async def connection(pool: asyncpg.Pool):
    found = await pool.acquire()  # expect: SL101
    try:
        yield found
    except Exception:
        await found.execute("ROLLBACK")
        raise


def session():
    found = Session()  # expect: SL101
    try:
        yield found
        found.commit()
    except Exception:
        found.rollback()
        raise


def session_well():
    found = Session()
    try:
        yield found
        found.commit()
    except Exception:
        found.rollback()
        raise
    finally:
        found.close()


# Each is somebody else's as soon as it is given.
def sessions(count):
    for _ in range(count):
        found = Session()
        try:
            yield found
        except ValueError:
            found.rollback()
