# A package imports its modules from itself.
from . import storage


def rows():
    connection = storage.open_store()  # expect: SL103
    found = connection.cursor().execute("SELECT 1")
    connection.close()
    return found
