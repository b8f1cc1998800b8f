"""What is missing is made; what is there or wanted is copied, and nothing is asked by that."""

import uuid

from django.core.cache import cache
from django.db import models


class Trip(models.Model):
    name = models.CharField(max_length=20)


class Stop(models.Model):
    trip = models.ForeignKey(Trip, related_name="stops", on_delete=models.CASCADE)
    place = models.CharField(max_length=20)


class Report(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.CharField(max_length=40)


def add_missing(trip, wanted):
    there = {stop.place for stop in trip.stops.all()}
    for place in wanted - there:
        Stop.objects.create(trip=trip, place=place)  # expect: SL301


def copy(trip, draft):
    stops = set(draft.extra) | set(trip.stops.all())
    for stop in stops:
        Stop.objects.create(trip=draft, place=stop.place)


def made(place, *, trip, save=True):
    stop = Stop(trip=trip, place=place)
    if save:
        stop.save()
    return stop


def preview(trip, wanted):
    there = {stop.place for stop in trip.stops.all()}
    return [made(place, trip=trip, save=False) for place in wanted - there]


def complete(trip, wanted):
    there = {stop.place for stop in trip.stops.all()}
    return [made(place, trip=trip) for place in wanted - there]  # expect: SL301


def start(name):
    report = Report.objects.create(name=name)
    cache.set("last-report", str(report.id))
    return report


def report():
    """The key that is asked for is an old one; the new row gets another by default."""
    known = cache.get("last-report")
    if known:
        found = Report.objects.filter(id=known).first()
        if found and found.name:
            return found
    return start("all.zip")


def report_called(name):
    found = Report.objects.filter(name=name).first()
    if found:
        return found
    return start(name)  # expect: SL301 "name"
