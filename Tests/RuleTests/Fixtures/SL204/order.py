"""Money first or record first."""

import stripe
from django.db import models


class Order(models.Model):
    cart = models.CharField(max_length=64)
    charge = models.CharField(max_length=64, null=True)


def money_first(cart):
    charge = stripe.Charge.create(  # expect: SL204
        amount=cart.total, currency="eur", idempotency_key=f"charge-{cart.id}"
    )
    return Order.objects.create(cart=cart.id, charge=charge.id)


def record_first(cart):
    order = Order.objects.create(cart=cart.id)
    charge = stripe.Charge.create(
        amount=cart.total, currency="eur", idempotency_key=f"charge-{order.pk}"
    )
    order.charge = charge.id
    order.save()
