from psycopg_pool import AsyncConnectionPool

from .settings import settings

pool = AsyncConnectionPool(
    settings.database_url, min_size=1, max_size=4, timeout=5, open=False
)
