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
        booking.save()  # expect: SL302


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


def mark_reminded(booking):
    booking.reminder_sent = True
    booking.save(update_fields=("reminder_sent",))


def remind_by_helpers(pk):
    booking = Booking.objects.get(id=pk)
    if booking.reminder_sent:
        return
    notify(booking)
    mark_reminded(booking)  # expect: SL302


def notify_and_mark(booking):
    send_mail("Tomorrow", "See you!", "shop@example.com", [booking.email])
    mark_reminded(booking)


def remind_by_one_helper(pk):
    booking = Booking.objects.get(id=pk)
    if not booking.reminder_sent:
        _send_reminder(booking)  # expect: SL302


def _send_reminder(booking):
    notify_and_mark(booking)


def remind_given(booking: Booking):
    if booking.reminder_sent:
        return
    notify(booking)
    booking.reminder_sent = True
    booking.save()  # expect: SL302


# Nothing is sent.
def mark_by_helper(pk):
    booking = Booking.objects.get(id=pk)
    if booking.reminder_sent:
        return
    mark_reminded(booking)


# A nightly run goes through all of them alone.
def remind_all():
    for booking in Booking.objects.all():
        if not booking.reminder_sent:
            notify(booking)
            booking.reminder_sent = True
            booking.save()
