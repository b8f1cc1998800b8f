"""The database computes the new value; its limit was looked at before."""

from django.db import models
from django.db.models import F
from sqlalchemy import update
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Shelf(models.Model):
    books = models.IntegerField()


class Base(DeclarativeBase):
    pass


class Room(Base):
    __tablename__ = "rooms"

    id: Mapped[int] = mapped_column(primary_key=True)
    beds: Mapped[int]


def take(pk):
    shelf = Shelf.objects.get(pk=pk)
    if shelf.books < 1:
        raise ValueError("empty")
    shelf.books = F("books") - 1
    shelf.save()  # expect: SL302 "`books`"


def put(pk):
    shelf = Shelf.objects.get(pk=pk)
    shelf.books = F("books") + 1
    shelf.save()


def rent(session: Session, room_id: int):
    room = session.get(Room, room_id)
    if room.beds < 1:
        raise ValueError("full")
    session.execute(update(Room).where(Room.id == room_id).values(beds=Room.beds - 1))  # expect: SL302 "`beds`"
    session.commit()


def rent_once(session: Session, room_id: int):
    room = session.get(Room, room_id)
    if room.beds < 1:
        raise ValueError("full")
    session.execute(update(Room).where(Room.id == room_id, Room.beds > 0).values(beds=Room.beds - 1))
    session.commit()
