"""A helper of all entities: what it saves, each caller says."""

from sqlalchemy.ext.asyncio import AsyncSession


class Repository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def one_or_none(self, statement):
        result = await self.session.execute(statement)
        return result.scalar_one_or_none()

    async def create(self, row):
        self.session.add(row)
        await self.session.flush()
        return row
