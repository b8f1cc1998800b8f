"""Who asks by a number that the database counts up, and inserts without it, gets another one: nothing is there twice."""

from django import forms
from django.db import models


class Depot(models.Model):
    keeper = models.ForeignKey("auth.User", on_delete=models.CASCADE)
    street = models.CharField(max_length=80)


class Shelf(models.Model):
    depot = models.ForeignKey(Depot, related_name="shelves", on_delete=models.CASCADE)
    label = models.CharField(max_length=20)
    place = models.IntegerField()


class Language(models.Model):
    code = models.CharField(primary_key=True, max_length=2)
    name = models.CharField(max_length=40)


class DepotForm(forms.ModelForm):
    class Meta:
        model = Depot
        fields = ["street"]


class ShelfForm(forms.ModelForm):
    class Meta:
        model = Shelf
        fields = ["label", "place"]


def save_depot(request, pk):
    try:
        depot = Depot.objects.get(pk=pk)
    except Depot.DoesNotExist:
        depot = None
    form = DepotForm(request.POST, instance=depot)
    if form.is_valid():
        return form.save()
    return form


def save_own_depot(request, pk):
    try:
        depot = Depot.objects.get(id=pk)
    except Depot.DoesNotExist:
        depot = Depot(keeper=request.user)
    form = DepotForm(request.POST, instance=depot)
    if not form.is_valid():
        return form
    return form.save()


def save_shelves(depot: Depot, rows):
    for place, row in enumerate(rows):
        values = {"label": row["label"], "place": place}
        try:
            shelf = depot.shelves.get(pk=row.get("id"))
            depot.shelves.filter(pk=shelf.pk).update(**values)
        except (Shelf.DoesNotExist, ValueError):
            depot.shelves.create(**values)


# Asked by the label: two of them are there.
def add_shelf(request, depot):
    form = ShelfForm(request.POST)
    if form.is_valid() and not Shelf.objects.filter(depot=depot, label=request.POST["label"]).exists():
        form.save()  # expect: SL301


# Nothing is saved here.
def prepare_shelf(request, depot):
    form = ShelfForm(request.POST)
    shelf = None
    if not Shelf.objects.filter(depot=depot, label=request.POST["label"]).exists():
        shelf = form.save(commit=False)
    return shelf


# The values hold the label that was asked for.
def label_shelf(depot: Depot, label):
    values = {"label": label, "place": 0}
    if not depot.shelves.filter(label=label).exists():
        depot.shelves.create(**values)  # expect: SL301


# This key is filled in by whoever inserts.
def save_language(code, name):
    try:
        language = Language.objects.get(pk=code)
    except Language.DoesNotExist:
        language = Language(code=code)
    language.name = name
    language.save()  # expect: SL303
    return language
