# Tasks that a clock runs, registered by a call or a decorator.
from django.db import models
from task_processor.decorators import register_recurring_task


class Bill(models.Model):
    shop = models.IntegerField()
    month = models.IntegerField()


class Line(models.Model):
    shop = models.IntegerField()


def collect():
    for shop in range(10):
        if not Line.objects.filter(shop=shop).exists():
            Line.objects.create(shop=shop)  # expect: SL301 note


def serve(shop):
    if not Line.objects.filter(shop=shop).exists():
        Line.objects.create(shop=shop)  # expect: SL301 error


def register():
    register_recurring_task(run_every=3600)(collect)


def main(argv=None):
    if not Line.objects.filter(shop=1).exists():
        Line.objects.create(shop=1)  # expect: SL301 note


def create_app():
    if not Line.objects.filter(shop=2).exists():
        Line.objects.create(shop=2)  # expect: SL301 note
