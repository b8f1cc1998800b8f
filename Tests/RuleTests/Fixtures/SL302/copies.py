"""An object that loses its key before it is saved becomes a new row: the one that was read stays as it is."""

from django.db import models


class Crate(models.Model):
    name = models.CharField(max_length=80)
    count = models.IntegerField()


def copy_crate(original):
    other = Crate.objects.get(pk=original.pk)
    other.pk = None
    other._state.adding = True
    other.name += " (copy)"
    other.save()
    return other


def copy_by_id(pk):
    crate = Crate.objects.get(pk=pk)
    crate.id = None
    crate.count += 1
    crate.save()
    return crate


def copy_forced(pk):
    crate = Crate.objects.get(pk=pk)
    crate.pk = pk + 1
    crate.count = crate.count * 2
    crate.save(force_insert=True)
    return crate


def add(pk):
    crate = Crate.objects.get(pk=pk)
    crate.count += 1
    crate.save()  # expect: SL302
    return crate


# On one of the ways the row itself is written.
def add_or_copy(pk, copies):
    crate = Crate.objects.get(pk=pk)
    crate.count += 1
    if copies:
        crate.pk = None
    crate.save()  # expect: SL302
    return crate
