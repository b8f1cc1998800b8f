from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

make = sessionmaker(create_engine("postgresql://localhost/papers"))


def open_session():
    return make()
