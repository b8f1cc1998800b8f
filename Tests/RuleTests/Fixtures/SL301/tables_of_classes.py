# Which table a base class asks, each of its subclasses says.
from supabase import Client, create_client

client: Client = create_client("https://shop.example", "key")


class Table:
    table_name = ""

    def one(self, key):
        return client.table(self.table_name).select("*").eq("key", key).execute().data

    def keep(self, row):
        client.table(self.table_name).insert(row).execute()


class Rooms(Table):
    table_name = "rooms"

    def named(self, key):
        found = client.table(self.table_name).select("*").eq("key", key).execute()
        if not found.data:
            client.table(self.table_name).insert({"key": key}).execute()  # expect: SL301


class Desks(Table):
    table_name = "desks"

    # One table is asked, and another gets the row.
    def place(self, room, desk):
        if not Rooms().one(room):
            self.keep({"key": desk})

    def put(self, desk):
        if not self.one(desk):
            self.keep({"key": desk})  # expect: SL301

    # What stands under the key goes, whatever it is.
    def write(self, desk):
        client.table(self.table_name).delete().eq("key", desk).execute()
        client.table(self.table_name).insert({"key": desk}).execute()

    def renew(self, desk):
        found = self.one(desk)
        text = found[0] if found else None
        self.write(text or desk)
