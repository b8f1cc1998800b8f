"""One call sends the text that an answer chose."""

import psycopg2


def put(conn, name, value):
    cursor = conn.cursor()
    cursor.execute("SELECT id FROM options WHERE name = %s", (name,))  # step: probed
    found = cursor.fetchone()
    if found:
        query = "UPDATE options SET value = %s WHERE name = %s"
    else:
        query = "INSERT INTO options (value, name) VALUES (%s, %s)"
    cursor.execute(query, (value, name))  # expect: SL301 step: called
    conn.commit()


def once(conn, name):
    cursor = conn.cursor()
    cursor.execute(  # expect: SL301
        "INSERT INTO options (name) SELECT %s"
        " WHERE NOT EXISTS (SELECT 1 FROM options WHERE name = %s)",
        (name, name),
    )
    conn.commit()


# Correct: the text that inserts stands the conflict.
def put_safely(conn, name, value, is_new):
    cursor = conn.cursor()
    cursor.execute("SELECT id FROM options WHERE name = %s", (name,))
    if cursor.fetchone():
        query = "UPDATE options SET value = %s WHERE name = %s"
    else:
        query = "INSERT INTO options (value, name) VALUES (%s, %s) ON CONFLICT DO NOTHING"
    cursor.execute(query, (value, name))
    conn.commit()
