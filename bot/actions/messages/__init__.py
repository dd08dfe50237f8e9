"""What one message of an owner leads to: what it means, what it answers, and how the desk asks when unsure."""
