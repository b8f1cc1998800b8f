from django.db import models


class Owned(models.Model):
    slug = models.CharField(max_length=40, unique=True)

    class Meta:
        abstract = True


class Vote(models.Model):
    voter = models.ForeignKey("Voter", on_delete=models.CASCADE)
    talk = models.ForeignKey("Talk", on_delete=models.CASCADE)
    points = models.IntegerField()

    class Meta:
        unique_together = [("voter", "talk")]


class Seat(models.Model):
    room = models.CharField(max_length=20)
    number = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "number"], name="one_seat")]


class Profile(models.Model):
    user = models.OneToOneField("auth.User", on_delete=models.CASCADE)


class Page(Owned):
    pass


class Note(models.Model):
    title = models.CharField(max_length=40)


def vote(voter, talk, points):
    try:
        found = Vote.objects.get(voter=voter, talk=talk)
    except Vote.DoesNotExist:
        found = Vote.objects.create(voter=voter, talk=talk, points=points)  # expect: SL303
    else:
        found.points = points
        found.save()
    return found


def reserve(room, number):
    if Seat.objects.filter(room=room, number=number).exists():
        return False
    Seat.objects.create(room=room, number=number)  # expect: SL303 "instead of the refusal"
    return True


def profile_of(user):
    profile = Profile.objects.filter(user_id=user.id).first()
    if profile is None:
        profile = Profile.objects.create(user=user)  # expect: SL303 "other's row"
    return profile


def page_at(slug):
    page = Page.objects.filter(slug=slug).first()
    if page is None:
        page = Page.objects.create(slug=slug)  # expect: SL303
    return page


def note_called(title):
    note = Note.objects.filter(title=title).first()
    if note is None:
        note = Note.objects.create(title=title)  # expect: SL301
    return note


def one_step(title, room, number):
    seat, _ = Seat.objects.get_or_create(room=room, number=number)
    return seat
