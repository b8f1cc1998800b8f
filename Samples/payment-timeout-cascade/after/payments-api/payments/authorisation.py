import logging
from uuid import UUID

from .errors import PaymentError, UnknownPayment
from .repository import PaymentRepository
from .validator import CardValidator

log = logging.getLogger(__name__)


class AuthorisationService:
    def __init__(self, payments: PaymentRepository, validator: CardValidator) -> None:
        self._payments = payments
        self._validator = validator

    async def authorise(self, payment_id: UUID) -> str:
        payment = await self._payments.open_card(payment_id)
        if payment is None:
            raise UnknownPayment(f"there is no open payment {payment_id}")
        try:
            approval = await self._validator.validate(
                payment["card_token"], payment["amount"], payment["currency"]
            )
        except PaymentError as error:
            log.warning("payment %s was not authorised: %r", payment_id, error)
            raise
        if not await self._payments.mark_authorised(payment_id, approval):
            raise UnknownPayment(f"payment {payment_id} is no longer open")
        return approval
