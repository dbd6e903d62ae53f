"""What Alembic calls: the migrations run in the transaction of the caller."""

from __future__ import annotations

from alembic import context

from mydia_desktop.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
context.run_migrations()
