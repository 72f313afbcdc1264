"""What is tied to what: demands and answers, claims, decisions, relations."""
