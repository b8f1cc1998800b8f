"""The key that the help tells is the one that was asked by: all of it, and no more."""

from django.db import models
from sqlalchemy import Column, Text, select
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class Like(Base):
    __tablename__ = "likes"
    id = Column(Text, primary_key=True)
    post_id = Column(Text)
    user_id = Column(Text)


class Team(models.Model):
    name = models.CharField(max_length=20)


class Invite(models.Model):
    team = models.ForeignKey(Team, related_name="invites", on_delete=models.CASCADE)
    email = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)


def like(db: Session, new_id, post_id, user_id):
    found = db.execute(select(Like).filter_by(post_id=post_id, user_id=user_id)).scalars().first()
    if not found:
        # expect: SL301 "Make (post_id, user_id) unique in `Like`"
        db.add(Like(id=new_id, post_id=post_id, user_id=user_id))
        db.commit()


def invite(team, email):
    """Whose rows a related manager asks for belongs to the key."""
    if not team.invites.filter(email=email).exists():
        # expect: SL301 "Make (team, email) unique in `Invite`"
        Invite.objects.create(team=team, email=email)


def guest(team):
    if not Invite.objects.filter(team=team, kind="guest").exists():
        # expect: SL301 "Make (team, kind) unique in `Invite`"
        Invite.objects.create(team=team, kind="guest", email="")
