"""Managers whose types are only said to the type checker: the rows are those of the class before."""

from typing import TYPE_CHECKING, Protocol, TypeVar

from django.db import models

Row = TypeVar("Row")

if TYPE_CHECKING:

    class RowSet(Protocol[Row]):
        def first(self) -> Row | None: ...
        def exists(self) -> bool: ...

    class RowManager(Protocol[Row]):
        def filter(self, *args, **kwargs) -> RowSet[Row]: ...
        def create(self, **kwargs) -> Row: ...


class Tariff(models.Model):
    slug = models.SlugField(unique=True)

    if TYPE_CHECKING:
        objects: RowManager["Tariff"]


class Crew(models.Model):
    tariff = models.OneToOneField(Tariff, on_delete=models.CASCADE)
    name = models.CharField(max_length=20)

    if TYPE_CHECKING:
        objects: RowManager["Crew"]


def copy_tariff(slug):
    if Tariff.objects.filter(slug=slug).exists():
        return None
    return Tariff.objects.create(slug=slug)  # expect: SL303


def crew_of(tariff):
    crew = Crew.objects.filter(tariff=tariff).first()
    if not crew:
        crew = Crew.objects.create(tariff=tariff, name="first")  # expect: SL303
    return crew


def another(name):
    if not Tariff.objects.filter(slug=name).exists():
        Crew.objects.create(name=name)
