"""Context managers of the program's own that are given what they end."""
from contextlib import contextmanager

from sqlalchemy.orm import Session


@contextmanager
def closing_on_known_errors(session):
    try:
        yield
    except (ValueError, KeyError):
        session.rollback()
        session.close()
        raise
    else:
        session.close()


@contextmanager
def closing_always(session):
    try:
        yield
    except Exception:
        session.rollback()
        raise
    finally:
        session.close()


def store(engine, row):
    session = Session(engine)  # expect: SL103
    with closing_on_known_errors(session):
        session.execute(row)
        session.commit()


def store_safely(engine, row):
    session = Session(engine)
    with closing_always(session):
        session.execute(row)
        session.commit()


def store_by_maker(make_session, row):
    session = make_session()  # expect: SL103
    with closing_on_known_errors(session):
        session.execute(row)


async def pick(addresses, is_usable):
    taken = []
    for address in addresses:
        connection = await open_connection(address)  # expect: SL103
        taken.append(connection)
        if await is_usable(connection):
            break
    for each in taken:
        await each.close()


async def pick_safely(addresses, is_usable):
    taken = []
    try:
        for address in addresses:
            connection = await open_connection(address)
            taken.append(connection)
            if await is_usable(connection):
                break
    finally:
        for each in taken:
            await each.close()


async def open_connection(address):
    return await address.dial()
