"""People of the office and an owner talk: who has the floor, what goes over, what stays inside (S1-S4)."""
