import sqlalchemy as sa
from platform.models import Account

from models import Crew, CrewAccount


async def join(session, crew_id, account_id):
    known = await session.scalar(
        sa.select(CrewAccount).where(
            CrewAccount.crew_id == crew_id, CrewAccount.account_id == account_id
        )
    )
    if known is None:
        session.add(CrewAccount(crew_id=crew_id, account_id=account_id))  # expect: SL303 "looks like a join table"
        await session.commit()


async def sign_up(session, login, name):
    known = await session.scalar(sa.select(Account).where(Account.login == login))
    if known is not None:
        return known
    account = Account(login=login, name=name)
    session.add(account)  # expect: SL301 warning "the library that declares"
    await session.commit()
    return account


async def found(session, name):
    known = await session.scalar(sa.select(Crew).where(Crew.name == name))
    if known is None:
        session.add(Crew(name=name))  # expect: SL301 error
        await session.commit()
