"""A final state that is looked at is not asked for again by the write: what another request is told, replaces it."""

from django.db import models
from django.shortcuts import get_object_or_404


class State:
    is_final = {"completed", "failed"}


DONE = {"completed", "failed"}


class Payment(models.Model):
    state = models.CharField(max_length=9)
    order = models.CharField(max_length=9)


class Gateway:
    def hook(self, request):
        payment = get_object_or_404(Payment, order=request.data["order"])
        self.apply(payment, request.data["state"])

    def apply(self, payment, state):
        if payment.state in State.is_final:
            return
        if payment.state != state:
            payment.state = state
            payment.save()  # expect: SL302


def told(order, state):
    payment = Payment.objects.get(order=order)
    if payment.state in DONE:
        return
    payment.state = state
    payment.save()  # expect: SL302


# Under a lock nobody comes in between.
def told_locked(order, state):
    payment = Payment.objects.select_for_update().get(order=order)
    if payment.state in DONE:
        return
    payment.state = state
    payment.save()


# The statement asks again.
def told_once(order, state):
    payment = Payment.objects.get(order=order)
    if payment.state in DONE:
        return
    Payment.objects.filter(order=order).exclude(state__in=DONE).update(state=state)


# No state behind which nothing comes.
def rename(order, state):
    payment = Payment.objects.get(order=order)
    if payment.state in ("new", "open"):
        return
    payment.state = state
    payment.save()
