"""A state that the question asks for, and the write does not."""

from enum import Enum

import asyncpg
from django.db import models, transaction
from django.db.models import F
from motor.motor_asyncio import AsyncIOMotorClient

database = AsyncIOMotorClient().office


class State(str, Enum):
    WAITING = "waiting"
    RUNNING = "running"


class Voucher(models.Model):
    code = models.CharField(max_length=20)
    open = models.BooleanField(default=True)
    worth = models.IntegerField()


class Visit(models.Model):
    worker = models.CharField(max_length=80, null=True)


class Purse(models.Model):
    owner = models.ForeignKey("accounts.User", on_delete=models.CASCADE)
    money = models.IntegerField()


def cash(code, user):
    voucher = Voucher.objects.filter(code=code, open=True).first()
    if voucher is None:
        raise ValueError(code)
    voucher.open = False
    voucher.save()  # expect: SL302 "happens twice"
    Purse.objects.filter(owner=user).update(money=F("money") + voucher.worth)


def cash_locked(code, user):
    with transaction.atomic():
        voucher = Voucher.objects.select_for_update().filter(code=code, open=True).first()
        if voucher is None:
            raise ValueError(code)
        voucher.open = False
        voucher.save()
        Purse.objects.filter(owner=user).update(money=F("money") + voucher.worth)


async def next_visit(pool: asyncpg.Pool, doctor: str):
    visit = await pool.fetchrow("SELECT * FROM visits WHERE worker IS NULL ORDER BY id LIMIT 1")
    if visit is None:
        return None
    await pool.execute("UPDATE visits SET worker = $1 WHERE id = $2", doctor, visit["id"])  # expect: SL302
    return visit


async def next_job():
    job = await database.jobs.find_one({"state": State.WAITING})
    if job is None:
        return None
    await database.jobs.update_one({"_id": job["_id"]}, {"$set": {"state": State.RUNNING}})  # expect: SL302
    return job


async def next_job_once():
    return await database.jobs.find_one_and_update(
        {"state": State.WAITING}, {"$set": {"state": State.RUNNING}}
    )


def give(ids, doctor, only_free):
    """Each statement chooses its own rows, and one of them runs."""
    visits = Visit.objects.filter(id__in=ids)
    if only_free:
        visits.filter(worker__isnull=True).update(worker=doctor)
    else:
        visits.update(worker=doctor)
