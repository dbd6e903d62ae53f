"""The welcome: clients found on this computer, to be ticked and added."""
