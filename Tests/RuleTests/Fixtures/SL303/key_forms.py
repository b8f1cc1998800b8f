"""The ways in which libraries let a class say that no two of its rows are alike."""
from beanie import Document as BeanieDocument
from beanie import Indexed
from django.db import models
from django.db.models.functions import Lower
from mongoengine import Document, StringField
from peewee import CharField, ForeignKeyField, Model
from pymongo import ASCENDING, IndexModel, MongoClient
from sqlalchemy import Column, Index, Integer, String, UniqueConstraint, func
from sqlalchemy.orm import DeclarativeBase, declared_attr

shelves = MongoClient("mongodb://localhost").library.shelves
shelves.create_index([("hall", ASCENDING), ("row", 1)], unique=True)
lamps = MongoClient("mongodb://localhost").library.lamps
lamps.create_indexes([IndexModel([("hall", 1), ("row", 1)], unique=True)])
chairs = MongoClient("mongodb://localhost").library.chairs
chairs.create_index([("hall", 1), ("row", 1)])


def add_shelf(hall, row):
    if shelves.find_one({"hall": hall, "row": row}) is None:
        shelves.insert_one({"hall": hall, "row": row, "books": 0})  # expect: SL303


def add_lamp(hall, row):
    if lamps.find_one({"hall": hall, "row": row}) is None:
        lamps.insert_one({"hall": hall, "row": row})  # expect: SL303


def add_chair(hall, row):
    if chairs.find_one({"hall": hall, "row": row}) is None:
        chairs.insert_one({"hall": hall, "row": row})  # expect: SL301


class Reader(BeanieDocument):
    card: Indexed(str, unique=True)
    nick: Indexed(str)


async def enrol(card):
    reader = await Reader.find_one(Reader.card == card)
    if reader is None:
        reader = Reader(card=card, nick="")
        await reader.insert()  # expect: SL303
    return reader


async def enrol_by_nick(nick, card):
    reader = await Reader.find_one(Reader.nick == nick)
    if reader is None:
        reader = Reader(card=card, nick=nick)
        await reader.insert()  # expect: SL301
    return reader


class Copy(Document):
    book = StringField()
    number = StringField(unique_with="book")


def add_copy(book, number):
    if not Copy.objects(book=book, number=number).first():
        Copy(book=book, number=number).save()  # expect: SL303


class Branch(Model):
    name = CharField()


class Desk(Model):
    branch = ForeignKeyField(Branch)
    number = CharField()
    colour = CharField()

    class Meta:
        indexes = ((("branch", "number"), True), (("colour",), False))


def add_desk(branch, number):
    if not Desk.select().where(Desk.branch == branch, Desk.number == number).exists():
        Desk.create(branch=branch, number=number, colour="grey")  # expect: SL303


class Subscriber(models.Model):
    email = models.EmailField()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_each")]


def subscribe(email):
    subscriber = Subscriber.objects.filter(email__iexact=email).first()
    if subscriber is None:
        subscriber = Subscriber.objects.create(email=email)  # expect: SL303
    return subscriber


class Base(DeclarativeBase):
    pass


class PlaceMixin:
    place_column = None

    @declared_attr.directive
    @classmethod
    def __table_args__(cls):
        return (Index("one_" + cls.__tablename__, cls.place_column, "day", unique=True),)


class Booking(PlaceMixin, Base):
    __tablename__ = "bookings"
    place_column = "room"
    id = Column(Integer, primary_key=True)
    room = Column(String)
    day = Column(String)


def book(session, room, day):
    known = session.query(Booking).filter_by(room=room, day=day).first()
    if known is None:
        known = Booking(room=room, day=day)
        session.add(known)  # expect: SL303
        session.commit()
    return known


class Badge(Base):
    __tablename__ = "badges"
    id = Column(Integer, primary_key=True)
    owner = Column(String)
    code = Column(String)


Index("one_owner", func.lower(Badge.owner), unique=True)
UniqueConstraint(Badge.code)


def badge_of(session, owner):
    known = session.query(Badge).filter(Badge.owner == owner).first()
    if known is None:
        known = Badge(owner=owner, code=owner)
        session.add(known)  # expect: SL303
        session.commit()
    return known
