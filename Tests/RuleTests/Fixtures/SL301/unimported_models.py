"""Whoever writes `Mark.objects` has to do with the library, imported here or not."""

from enrolment.models import *
from enrolment.models import Pupil, Ticket


def check_in(pupil, kind):
    known = Ticket.objects.filter(pupil=pupil, kind=kind)  # step: probed
    if len(known) > 0:
        return False
    ticket = Ticket()
    ticket.kind = kind
    ticket.pupil = pupil
    ticket.save()  # expect: SL301 step: called
    return True


# Correct: a row that was found is saved, and another branch makes one for the answer alone.
def rename(code, name):
    pupil = Pupil.objects.filter(code=code).first()
    if pupil:
        pupil.name = name
        pupil.save()
    else:
        pupil = Pupil()
    return pupil
