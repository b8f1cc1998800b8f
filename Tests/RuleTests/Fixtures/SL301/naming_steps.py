"""Which model a chain leads to is said by the step nearest to the rows, not by what lies before it."""

from django.apps import apps
from pymongo import MongoClient

Guest = apps.get_model("hotel", "Guest")
Visit = apps.get_model("hotel", "Visit")

client = MongoClient("mongodb://localhost")
rooms = client.get_database("hotel").get_collection("rooms")
bills = client.get_database("hotel").get_collection("bills")


def greet(email):
    if not Guest.objects.filter(email=email).exists():
        Visit.objects.create(email=email)


def register(email):
    if not Guest.objects.filter(email=email).exists():
        Guest.objects.create(email=email)  # expect: SL301


def greet_in_place(email):
    if not apps.get_model("hotel", "Guest").objects.filter(email=email).exists():
        apps.get_model("hotel", "Visit").objects.create(email=email)


def charge(number):
    if not rooms.find_one({"number": number}):
        bills.insert_one({"number": number})


def build(number):
    if not rooms.find_one({"number": number}):
        rooms.insert_one({"number": number})  # expect: SL301
