"""Who asks for the parts of a row that was made a moment ago, asks alone: nobody else knows that row."""

from django.db import models, transaction


class Shop(models.Model):
    slug = models.SlugField(unique=True)

    def fill(self):
        if not self.shelves.exists():
            Shelf.objects.create(shop=self, label="front")


class Counter(models.Model):
    shop = models.ForeignKey(Shop, related_name="counters", on_delete=models.CASCADE)
    label = models.CharField(max_length=40)


class Shelf(models.Model):
    shop = models.ForeignKey(Shop, related_name="shelves", on_delete=models.CASCADE)
    label = models.CharField(max_length=40)


class Door(models.Model):
    shop = models.ForeignKey(Shop, related_name="doors", on_delete=models.CASCADE)
    label = models.CharField(max_length=40)


def _ensure_counter(shop):
    if not shop.counters.exists():
        Counter.objects.create(shop=shop, label="front")


@transaction.atomic
def open_shop(slug):
    shop = Shop(slug=slug)
    shop.save()
    _ensure_counter(shop)
    shop.fill()
    return shop


@transaction.atomic
def open_second_shop(slug):
    return _equipped(Shop.objects.create(slug=slug))


def _equipped(shop):
    _ensure_counter(shop)
    return shop


def _ensure_door(shop):
    if not shop.doors.exists():
        Door.objects.create(shop=shop, label="front")  # expect: SL301 "shop"


@transaction.atomic
def visit(slug):
    shop = Shop.objects.get(slug=slug)
    _ensure_door(shop)
    return shop
