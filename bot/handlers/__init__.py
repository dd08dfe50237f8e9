"""Updates become calls of actions; nothing else happens here."""
