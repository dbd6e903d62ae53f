"""What a person sets off."""
