"""Stock and points that are read, changed in memory and written back."""

from django.db import models, transaction
from django.db.models import F
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "accounts"

    id: Mapped[int] = mapped_column(primary_key=True)
    balance: Mapped[int]


class Item(models.Model):
    sku = models.CharField(max_length=20)
    stock = models.IntegerField()
    sold_at = models.DateTimeField()


def withdraw(session: Session, key: int, amount: int) -> None:
    account = session.get(Account, key)
    if account.balance < amount:
        raise ValueError("not enough")
    account.balance -= amount  # expect: SL302 "balance"
    session.commit()


def withdraw_locked(session: Session, key: int, amount: int) -> None:
    account = session.get(Account, key, with_for_update=True)
    account.balance -= amount
    session.commit()


async def account_of(session: AsyncSession, key: int) -> Account:
    account = await session.scalar(select(Account).where(Account.id == key))
    if account is None:
        account = Account(id=key, balance=0)
        session.add(account)  # expect: SL303
    return account


async def pay_in(session: AsyncSession, key: int, amount: int) -> None:
    account = await account_of(session, key)
    new_balance = account.balance + amount
    await session.execute(
        update(Account)  # expect: SL302 "balance"
        .where(Account.id == key)
        .values(balance=new_balance)
    )


async def pay_in_checked(session: AsyncSession, key: int, amount: int) -> bool:
    account = await account_of(session, key)
    old = account.balance
    done = await session.execute(
        update(Account)
        .where(Account.id == key, Account.balance == old)
        .values(balance=old + amount)
    )
    return done.rowcount == 1


def sell(sku: str, quantity: int) -> None:
    item = Item.objects.get(sku=sku)
    item.stock = item.stock - quantity
    item.save()  # expect: SL302 "stock"


def sell_locked(sku: str, quantity: int) -> None:
    with transaction.atomic():
        item = Item.objects.select_for_update().get(sku=sku)
        item.stock = item.stock - quantity
        item.save()


def sell_in_statement(sku: str, quantity: int) -> None:
    item = Item.objects.get(sku=sku)
    item.stock = F("stock") - quantity
    item.save()
    Item.objects.filter(sku=sku, stock__gte=quantity).update(stock=F("stock") - quantity)


def restock(sku: str, quantity: int) -> None:
    item = Item.objects.get(sku=sku)
    Item.objects.filter(sku=sku).update(stock=item.stock + quantity)  # expect: SL302


def restock_checked(sku: str, quantity: int) -> int:
    item = Item.objects.get(sku=sku)
    return Item.objects.filter(sku=sku, stock=item.stock).update(stock=item.stock + quantity)


def make(sku: str) -> None:
    item = Item(sku=sku, stock=0)
    item.stock += 3
    item.save()
