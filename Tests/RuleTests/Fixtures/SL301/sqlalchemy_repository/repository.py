from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models import User


class RepositoryBase[M]:
    model: type[M]

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    @classmethod
    def from_session(cls, session: AsyncSession):
        return cls(session)

    async def get_one_or_none(self, statement):
        result = await self.session.execute(statement)
        return result.unique().scalar_one_or_none()

    def get_base_statement(self):
        return select(self.model)

    async def create(self, object: M, *, flush: bool = False) -> M:
        self.session.add(object)
        if flush:
            await self.session.flush()
        return object


class UserRepository(RepositoryBase[User]):
    model = User

    async def get_by_email(self, email: str):
        statement = self.get_base_statement().where(User.email == email)
        return await self.get_one_or_none(statement)

    async def get_or_create(self, email: str):
        existing = await self.get_by_email(email)
        if existing:
            return existing
        user = User(email=email)
        self.session.add(user)  # expect: SL301
        await self.session.flush()
        return user
