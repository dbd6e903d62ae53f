"""What a person sets: the TOML file, the secrets, where things lie."""
