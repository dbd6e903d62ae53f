"""The async aggregator: asks every client in its own rhythm and says what changed."""
