from uuid import UUID

from fastapi import APIRouter, Request

from .errors import UnknownPayment

router = APIRouter()


@router.get("/{payment_id}")
async def show(payment_id: UUID, request: Request) -> dict:
    payment = await request.app.state.payments.find(payment_id)
    if payment is None:
        raise UnknownPayment(f"there is no payment {payment_id}")
    return payment


@router.post("/{payment_id}/authorise")
async def authorise(payment_id: UUID, request: Request) -> dict:
    approval = await request.app.state.authorisation.authorise(payment_id)
    return {"payment_id": str(payment_id), "approval": approval}


@router.post("/{payment_id}/cancel")
async def cancel(payment_id: UUID, request: Request) -> dict:
    cancelled = await request.app.state.payments.cancel(payment_id)
    return {"payment_id": str(payment_id), "cancelled": cancelled}
