# Decorators that lock a row, and others around them.
from django.db import models, transaction


class Order(models.Model):
    total = models.IntegerField()


class Step(models.Model):
    order = models.ForeignKey(Order, related_name="steps", on_delete=models.CASCADE)
    token = models.CharField(max_length=100)


class Mark(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    token = models.CharField(max_length=100)


def locked(function):
    def wrapped(order, *rest):
        with transaction.atomic():
            order = Order.objects.select_for_update().get(id=order.id)
            return function(order, *rest)

    return wrapped


def tried(function):
    def wrapped(*rest):
        try:
            return function(*rest)
        except ValueError:
            return None

    return wrapped


def step_of(order, token):
    step = order.steps.filter(token=token).last()
    if step:
        return step
    return Step.objects.create(order=order, token=token)


@tried
@locked
@tried
def capture(order, token):
    return step_of(order, token)


@locked
@tried
def refund(order, token):
    return step_of(order, token)


def mark_of(order, token):
    mark = Mark.objects.filter(order=order, token=token).last()
    if mark:
        return mark
    return Mark.objects.create(order=order, token=token)  # expect: SL301


@tried
@locked
def mark(order, token):
    return mark_of(order, token)


@tried
def mark_quickly(order, token):
    return mark_of(order, token)


def order_of(number, with_lock=True):
    orders = Order.objects.filter(number=number)
    if with_lock:
        orders = orders.select_for_update(of=("self",))
    return orders.first()


# The order's row is locked, as nothing else is said.
@transaction.atomic
def refunded(number, token):
    order = order_of(number)
    if not order:
        return
    if order.steps.filter(token=token).exists():
        return
    Step.objects.create(order=order, token=token)


@transaction.atomic
def refunded_quickly(number, token):
    order = order_of(number, with_lock=False)
    if not order:
        return
    if order.steps.filter(token=token).exists():
        return
    Step.objects.create(order=order, token=token)  # expect: SL301
