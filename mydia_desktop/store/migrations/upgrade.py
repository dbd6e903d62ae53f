"""Runs the migrations."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from mydia_desktop.store.engine import writing


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest revision in one transaction: all of it, or after an exception nothing."""
    config = Config()
    config.set_main_option("script_location", "mydia_desktop.store:migrations")
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
