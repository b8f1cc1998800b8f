from .models import Badge


def enrol(request):
    number = request.POST["number"]
    known = request.db.query(Badge).filter(Badge.number == number).one_or_none()
    if known is None:
        request.db.add(Badge(number=number))  # expect: SL301
    return {"number": number}
