from django.core.management.base import BaseCommand

from shop.models import Coupon


class Command(BaseCommand):
    def handle(self, *args, **options):
        for code in options["codes"]:
            if not Coupon.objects.filter(code=code).exists():
                Coupon.objects.create(code=code)  # expect: SL301
