from google.cloud import firestore
from supabase import Client, create_client

client: Client = create_client("https://example.org", "key")
store = firestore.Client()


def book(slot: str) -> None:
    taken = client.table("bookings").select("id").eq("slot_id", slot).execute()
    if taken.data:
        raise ValueError("taken")
    client.table("bookings").insert({"slot_id": slot}).execute()  # expect: SL301 "slot_id"


def join(email: str) -> None:
    known = store.collection("members").where("email", "==", email).limit(1).get()
    if len(known) > 0:
        return
    store.collection("members").add({"email": email})  # expect: SL301


def log(slot: str) -> None:
    booking = client.table("bookings").select("id").eq("slot_id", slot).execute()
    if not booking.data:
        raise ValueError("no such booking")
    client.table("bookings").insert({"slot_id": slot}).execute()
