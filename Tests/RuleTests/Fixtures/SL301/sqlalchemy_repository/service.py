from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models import User
from repository import UserRepository


class UserService:
    async def get_by_email_or_create(self, session: AsyncSession, email: str):
        repository = UserRepository.from_session(session)
        user = await repository.get_by_email(email)
        if user is None:
            user = await self.create(session, email)  # expect: SL301
        return user

    async def create(self, session: AsyncSession, email: str):
        repository = UserRepository(session)
        return await repository.create(User(email=email), flush=True)

    async def validated(self, session: AsyncSession, email: str):
        repository = UserRepository.from_session(session)
        errors = []
        if await repository.get_by_email(email):
            errors.append("taken")
        if errors:
            raise ValueError(errors)
        return await repository.create(User(email=email))  # expect: SL301

    # Correct: the violation is expected.
    async def handled(self, session: AsyncSession, email: str):
        repository = UserRepository.from_session(session)
        user = await repository.get_by_email(email)
        if user is not None:
            return user
        try:
            return await self.create(session, email)
        except IntegrityError:
            return await repository.get_by_email(email)


user_service = UserService()
