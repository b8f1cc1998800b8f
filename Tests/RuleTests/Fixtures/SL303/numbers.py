"""The next number is one that the second request cannot have."""

from django.db import IntegrityError, models, transaction


class Receipt(models.Model):
    number = models.IntegerField(unique=True)


class Page(models.Model):
    book = models.IntegerField()
    number = models.IntegerField()

    class Meta:
        unique_together = ("book", "number")


def issue():
    last = Receipt.objects.order_by("-number").first()
    return Receipt.objects.create(number=last.number + 1 if last else 1)  # expect: SL303 warning


def add_page(book):
    many = Page.objects.filter(book=book).count()
    return Page.objects.create(book=book, number=many + 1)  # expect: SL303 "is unique by book, number"


def issue_again():
    last = Receipt.objects.order_by("-number").first()
    try:
        with transaction.atomic():
            return Receipt.objects.create(number=last.number + 1 if last else 1)
    except IntegrityError:
        return issue_again()
