from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str
    pool_size: int = 20
    acquire_timeout: float = 5.0
    validator_url: str
    validator_timeout: float = 10.0


settings = Settings()
