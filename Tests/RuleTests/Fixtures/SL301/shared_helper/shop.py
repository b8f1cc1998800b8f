"""Two entities behind one base class."""

from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from .base import Repository


class Base(DeclarativeBase):
    pass


class Buyer(Base):
    __tablename__ = "buyers"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]


class Parcel(Base):
    __tablename__ = "parcels"

    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]


class BuyerRepository(Repository):
    async def by_email(self, email: str) -> Buyer | None:
        return await self.one_or_none(select(Buyer).where(Buyer.email == email))


class ParcelRepository(Repository):
    async def by_label(self, label: str) -> Parcel | None:
        return await self.one_or_none(select(Parcel).where(Parcel.label == label))


async def register(repository: BuyerRepository, email: str) -> Buyer:
    found = await repository.by_email(email)
    if found is not None:
        return found
    return await repository.create(Buyer(email=email))  # expect: SL301 "Buyer"


async def send(repository: ParcelRepository, label: str) -> Parcel:
    if await repository.by_label(label) is not None:
        raise ValueError("sent")
    return await repository.create(Parcel(label=label))  # expect: SL301 "Parcel"


async def send_for(buyers: BuyerRepository, parcels: ParcelRepository, email: str) -> Parcel:
    if await buyers.by_email(email) is not None:
        raise ValueError("known")
    return await parcels.create(Parcel(label=email))
