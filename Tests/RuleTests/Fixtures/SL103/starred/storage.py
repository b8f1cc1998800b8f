import psycopg2
from settings import *


def open_store():
    return psycopg2.connect(ADDRESS)
