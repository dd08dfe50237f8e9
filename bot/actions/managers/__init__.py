"""What only managers see or ask for: alerts, figures, complaints about staff, input that could not be served (M1)."""
