# Two ways on from a state, of which each looks at it first: the later one wins.
from django.db import models, transaction


class Parcel(models.Model):
    phase = models.CharField(max_length=10)


class Ledger(models.Model):
    parcel = models.ForeignKey(Parcel, on_delete=models.CASCADE)


FINAL = ("shipped", "recalled")


def ship(pk):
    parcel = Parcel.objects.get(pk=pk)
    if parcel.phase in FINAL:
        raise ValueError("too late")
    parcel.phase = "shipped"
    parcel.save()  # expect: SL302 "recall"


def recall(pk):
    parcel = Parcel.objects.get(pk=pk)
    if parcel.phase not in ("new", "packed"):
        raise ValueError("too late")
    parcel.phase = "recalled"
    parcel.save(update_fields=["phase"])  # expect: SL302 "ship"


def recall_locked(pk):
    with transaction.atomic():
        parcel = Parcel.objects.select_for_update().get(pk=pk)
        if parcel.phase != "packed":
            raise ValueError("too late")
        parcel.phase = "recalled"
        parcel.save()


def pack_again(pk):
    # Both set the same, and whoever has it passes.
    parcel = Parcel.objects.get(pk=pk)
    if parcel.phase == "shipped":
        raise ValueError("too late")
    if parcel.phase == "packed":
        return parcel
    Parcel.objects.filter(pk=pk, phase="new").update(phase="packed")
    return parcel


def deliver(pk, lines):
    # What happens between the question and the mark, on ways that all lead there, happens twice.
    parcel = Parcel.objects.filter(pk=pk, phase="packed").first()
    if not parcel:
        raise ValueError("no such parcel")
    for line in lines:
        if line:
            Ledger.objects.create(parcel=parcel)
    parcel.phase = "delivered"
    parcel.save()  # expect: SL302 "`Ledger.objects.create` happens twice"


def look(pk, line):
    # The entry is made whoever gets the parcel.
    parcel = Parcel.objects.filter(pk=pk, phase="packed").first()
    if not parcel:
        raise ValueError("no such parcel")
    Ledger.objects.create(parcel=parcel)
    if line:
        parcel.phase = "looked at"
        parcel.save()
    return parcel
