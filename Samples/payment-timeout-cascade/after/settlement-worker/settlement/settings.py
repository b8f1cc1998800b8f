from pathlib import Path

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str
    export_folder: Path = Path("/var/spool/settlement")


settings = Settings()
