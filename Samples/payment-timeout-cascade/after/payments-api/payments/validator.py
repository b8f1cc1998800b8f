import httpx

from .errors import CardRefused, ValidatorUnavailable


class CardValidator:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def validate(self, card_token: str, amount: int, currency: str) -> str:
        try:
            response = await self._http.post(
                "/v1/validate",
                json={"card": card_token, "amount": amount, "currency": currency},
            )
            response.raise_for_status()
        except httpx.HTTPError as error:
            raise ValidatorUnavailable("the card validator does not answer") from error
        verdict = response.json()
        if not verdict["accepted"]:
            raise CardRefused(verdict["reason"])
        return verdict["approval"]
