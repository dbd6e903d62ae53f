"""The Library view: movies and shows, and how it stands with the downloads for them."""
