from django.db import IntegrityError, models, transaction
from django.db.models import Max


class Order(models.Model):
    number = models.IntegerField()


class Receipt(models.Model):
    number = models.IntegerField(unique=True)


def place():
    last = Order.objects.order_by("-number").first()
    number = last.number + 1 if last else 1
    return Order.objects.create(number=number)  # expect: SL302


@transaction.atomic
def place_locked():
    last = Order.objects.select_for_update().order_by("-number").first()
    number = last.number + 1 if last else 1
    return Order.objects.create(number=number)


def place_after_largest():
    top = Order.objects.aggregate(Max("number"))["number__max"] or 0
    return Order.objects.create(number=top + 1)  # expect: SL302


def place_counted(customer):
    many = Order.objects.filter(customer=customer).count()
    return Order.objects.create(customer=customer, number=many + 1)  # expect: SL302


def place_after_last():
    last = Order.objects.order_by("-id").first()
    return Order.objects.create(number=(last.id if last else 0) + 1)  # expect: SL302


# The second one is refused.
def print_receipt_plainly():
    last = Receipt.objects.order_by("-number").first()
    number = last.number + 1 if last else 1
    return Receipt.objects.create(number=number)  # expect: SL303


def print_receipt():
    last = Receipt.objects.order_by("-number").first()
    number = last.number + 1 if last else 1
    try:
        with transaction.atomic():
            return Receipt.objects.create(number=number)
    except IntegrityError:
        return print_receipt()
