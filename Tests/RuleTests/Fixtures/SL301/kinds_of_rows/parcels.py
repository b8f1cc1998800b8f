# What asks for a kind of rows, far from an insert, is about others than the insert makes.
from django.db import models


class Parcel(models.Model):
    owner = models.IntegerField()


class Item(models.Model):
    parcel = models.ForeignKey(Parcel, related_name="items", on_delete=models.CASCADE)
    is_gift = models.BooleanField(default=False)


def has_gifts(parcel: Parcel) -> bool:
    return parcel.items.filter(is_gift=True).exists()


def check(parcel: Parcel) -> None:
    if has_gifts(parcel):
        raise ValueError("gifts are not replaced")


def copy_items(parcel: Parcel, items) -> None:
    Item.objects.bulk_create([Item(parcel=parcel, is_gift=item.is_gift) for item in items])


def replace(parcel: Parcel, items) -> Parcel:
    fresh = Parcel.objects.create(owner=parcel.owner)
    copy_items(fresh, items)
    return fresh


def replace_items(parcel: Parcel, items) -> Parcel:
    check(parcel)
    return replace(parcel, items)
