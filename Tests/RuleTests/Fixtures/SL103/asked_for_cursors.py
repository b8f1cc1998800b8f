# What is asked for cursors is a connection, whatever the call says that gives it.


def insert(get_db, value):
    db = get_db()  # expect: SL103
    cursor = db.cursor()
    cursor.execute("INSERT INTO events VALUES (%s)", (value,))
    db.commit()
    db.close()


def insert_and_log(get_db, value, log):
    try:
        db = get_db()  # expect: SL103
        cursor = db.cursor()
        cursor.execute("INSERT INTO events VALUES (%s)", (value,))
        db.commit()
        db.close()
    except Exception as error:
        log.debug(error)


def insert_safely(get_db, value):
    db = get_db()
    try:
        cursor = db.cursor()
        cursor.execute("INSERT INTO events VALUES (%s)", (value,))
        db.commit()
    finally:
        db.close()


def insert_into_shared(get_db, value):
    db = get_db()
    cursor = db.cursor()
    cursor.execute("INSERT INTO events VALUES (%s)", (value,))
    db.commit()


def draw(get_page, value):
    page = get_page()
    page.write(value)
    page.close()
