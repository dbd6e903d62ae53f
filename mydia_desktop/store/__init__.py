"""What no client remembers: SQLAlchemy tables, migrations and repositories. ORM rows never leave this room."""
