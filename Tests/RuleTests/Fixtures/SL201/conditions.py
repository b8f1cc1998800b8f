"""What a call does can be up to the callers too."""

import stripe


def refund(charge, **options):
    return stripe.Refund.create(charge=charge, **options)


def all_of_it(charge):
    return refund(charge)


def part_of_it(charge, amount):
    return refund(charge, amount=amount)  # expect: SL201 "`refund`, which calls"


def intent(order, confirm=False):
    return stripe.PaymentIntent.create(  # expect: SL201
        amount=order.total, confirm=confirm
    )
