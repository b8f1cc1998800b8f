"""What notes that a message was sent is looked at before, and set after: two that pass both send."""

from django.core.mail import send_mail
from django.db import models


class Booking(models.Model):
    reminder_sent = models.BooleanField(default=False)
    email = models.CharField(max_length=80)


def remind(pk):
    booking = Booking.objects.get(id=pk)
    if booking.reminder_sent:
        return
    send_mail("Tomorrow", "See you!", "shop@example.com", [booking.email])
    booking.reminder_sent = True
    booking.save()  # expect: SL302


def remind_inside(pk):
    booking = Booking.objects.get(id=pk)
    if not booking.reminder_sent:
        notify(booking)
        booking.reminder_sent = True
        booking.save()  # missing: SL302


def notify(booking):
    send_mail("Tomorrow", "See you!", "shop@example.com", [booking.email])


def remind_once(pk):
    if not Booking.objects.filter(id=pk, reminder_sent=False).update(reminder_sent=True):
        return
    booking = Booking.objects.get(id=pk)
    send_mail("Tomorrow", "See you!", "shop@example.com", [booking.email])


def mark(pk):
    booking = Booking.objects.get(id=pk)
    if booking.reminder_sent:
        return
    booking.reminder_sent = True
    booking.save()
