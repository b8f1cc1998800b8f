from django.db import models
from django.db.models import F
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Product(models.Model):
    stock = models.IntegerField()
    views = models.IntegerField(default=0)
    attempts = models.IntegerField(default=0)

    def sell(self, many):
        if self.stock < many:
            raise ValueError("sold out")
        self.stock -= many
        self.save()  # expect: SL302 "`stock`"

    # The statement computes; only the owner counts; nothing is computed of what was there.
    def look_at(self):
        self.views = F("views") + 1
        self.save()

    def try_again(self):
        self.attempts += 1
        self.save()

    def count(self, many):
        self.stock = many
        self.save()


class Base(DeclarativeBase):
    pass


class License(Base):
    __tablename__ = "licenses"
    id: Mapped[int] = mapped_column(primary_key=True)
    usage: Mapped[int]
    name: Mapped[str]

    def use(self, many: int) -> None:
        self.usage += many

    def rename(self, name: str) -> None:
        self.name = name


def validate(session: Session, license: License, many: int) -> None:
    license.use(many)
    session.add(license)  # expect: SL302 "`usage`"
    session.commit()


def rename(session: Session, license: License, name: str) -> None:
    license.rename(name)
    session.add(license)
    session.commit()


def use_locked(session: Session, id: int, many: int) -> None:
    license = session.get(License, id, with_for_update=True)
    license.use(many)
    session.add(license)
    session.commit()
