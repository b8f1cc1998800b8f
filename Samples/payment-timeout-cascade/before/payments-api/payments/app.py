from contextlib import asynccontextmanager

import asyncpg
import httpx
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from .authorisation import AuthorisationService
from .errors import PaymentError, UnknownPayment, ValidatorUnavailable
from .repository import PaymentRepository
from .routes import router
from .settings import settings


@asynccontextmanager
async def lifespan(app: FastAPI):
    async with (
        asyncpg.create_pool(
            settings.database_url,
            min_size=5,
            max_size=settings.pool_size,
            command_timeout=10,
        ) as pool,
        httpx.AsyncClient(
            base_url=settings.validator_url,
            timeout=settings.validator_timeout,
        ) as http,
    ):
        app.state.payments = PaymentRepository(pool)
        app.state.authorisation = AuthorisationService(pool, http)
        yield


app = FastAPI(title="payments-api", lifespan=lifespan)
app.include_router(router, prefix="/payments")


@app.exception_handler(PaymentError)
async def payment_error(request: Request, error: PaymentError) -> JSONResponse:
    status = 402
    if isinstance(error, UnknownPayment):
        status = 404
    elif isinstance(error, ValidatorUnavailable):
        status = 503
    return JSONResponse({"error": error.code, "message": str(error)}, status_code=status)
