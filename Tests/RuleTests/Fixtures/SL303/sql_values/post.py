import uuid


def send(connection, sender, subject):
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM letters WHERE sender = %s AND subject = %s", (sender, subject))
        if cursor.fetchone() is None:
            cursor.execute(  # expect: SL303
                "INSERT INTO letters (id, subject, sender, state, sent_at) VALUES (%(id)s, %(subject)s, %(sender)s, 'new', NOW())",
                {"id": str(uuid.uuid4()), "subject": subject, "sender": sender},
            )
