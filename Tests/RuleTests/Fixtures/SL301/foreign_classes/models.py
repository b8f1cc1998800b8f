"""The classes come from a library: what is unique in their rows nobody here knows."""

import sqlalchemy as sa
from platform.models import Account, Base, join_model


class Crew(Base):
    __tablename__ = "crews"
    name = sa.Column(sa.String, nullable=False)


CrewAccount = join_model("crew_accounts", Crew, Account)
