"""Of what is wanted, what is there is taken out; the rest is inserted."""

from django.db import models
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Word(models.Model):
    language = models.CharField(max_length=8)
    text = models.CharField(max_length=80)


class Base(DeclarativeBase):
    pass


class Port(Base):
    __tablename__ = "ports"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]


def learn(language: str, texts: list[str]) -> None:
    known = set(Word.objects.filter(language=language).values_list("text", flat=True))
    Word.objects.bulk_create(  # expect: SL301
        [Word(language=language, text=text) for text in texts if text not in known]
    )


def learn_set(language: str, texts: set[str]) -> None:
    known = set(Word.objects.filter(language=language).values_list("text", flat=True))
    missing = texts - known
    words = [Word(language=language, text=text) for text in missing]
    Word.objects.bulk_create(words)  # expect: SL301


def fill(session: Session, numbers: set[int]) -> None:
    missing = set(numbers)
    missing |= {80, 443}
    for port in session.query(Port).all():
        missing.discard(port.number)
    for number in sorted(missing):
        session.add(Port(number=number))  # expect: SL301


# The conflict is stood; all of them are made, whatever is there.
def learn_once(language: str, texts: list[str]) -> None:
    known = set(Word.objects.filter(language=language).values_list("text", flat=True))
    Word.objects.bulk_create(
        [Word(language=language, text=text) for text in texts if text not in known],
        ignore_conflicts=True,
    )


def learn_all(language: str, texts: list[str]) -> int:
    known = Word.objects.filter(language=language).count()
    Word.objects.bulk_create([Word(language=language, text=text) for text in texts if text])
    return known
