"""Who finds a row is sent away, or goes on all the same."""

import sqlalchemy as sa
from answers import Handler
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Crew(Base):
    __tablename__ = "crews"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String, unique=True, nullable=False)


class Crews(Handler):
    async def post(self, body):
        async with self.session() as session:
            known = await session.scalar(sa.select(Crew).where(Crew.name == body.name))
            if known is not None:
                return self.error(f"Crew {body.name} is there.")
            session.add(Crew(name=body.name))  # expect: SL303 note
            await session.commit()
            return self.success()

    async def put(self, body):
        async with self.session() as session:
            known = await session.scalar(sa.select(Crew).where(Crew.name == body.name))
            if known is not None:
                return self.success(data={"id": known.id})
            session.add(Crew(name=body.name))  # expect: SL303 warning
            await session.commit()
            return self.success()


# Whether it fails is all the same.
async def note(session, name):
    try:
        if await session.scalar(sa.select(Crew).where(Crew.name == name)) is None:
            session.add(Crew(name=name))  # expect: SL303 note
            await session.commit()
    except Exception:
        pass
