"""Runs the migrations."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

from mydia_desktop.store.engine import one_at_a_time, writing


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest revision in one transaction: all of it, or after an exception nothing."""
    config = Config()
    config.set_main_option("script_location", "mydia_desktop.store:migrations")
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            # A big table takes its time; and another desktop may be just at it.
            connection.execute(text("SET LOCAL statement_timeout = 0"))
            connection.execute(text("SET LOCAL lock_timeout = 0"))
        one_at_a_time(connection, "schema")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
