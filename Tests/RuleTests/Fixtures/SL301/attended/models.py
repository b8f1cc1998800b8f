from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Banner(Base):
    __tablename__ = "banners"

    id = Column(Integer, primary_key=True)
    page = Column(String(40))


class Booking(Base):
    __tablename__ = "bookings"

    id = Column(Integer, primary_key=True)
    slot = Column(String(40))


class SiteSetting(Base):
    __tablename__ = "site_settings"

    id = Column(Integer, primary_key=True)
    key = Column(String(40), unique=True)
    value = Column(String(400))


class UserSetting(Base):
    __tablename__ = "user_settings"

    id = Column(Integer, primary_key=True)
    user_id = Column(Integer, unique=True)
    value = Column(String(400))
