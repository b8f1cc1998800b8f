from rewriting import connect


def subscribe(email):
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("SELECT id FROM subscribers WHERE email = ?", (email,))
    if not cursor.fetchone():
        cursor.execute("INSERT INTO subscribers (email) VALUES (?)", (email,))  # expect: SL301
        connection.commit()


def subscribe_once(email):
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("SELECT id FROM subscribers WHERE email = ?", (email,))
    if not cursor.fetchone():
        cursor.execute(
            "INSERT INTO subscribers (email) VALUES (?) ON CONFLICT DO NOTHING", (email,)
        )
        connection.commit()


def note(email, log):
    cursor = connect().cursor()
    cursor.execute("SELECT id FROM subscribers WHERE email = ?", (email,))
    if not cursor.fetchone():
        log.execute("nobody of that name")
