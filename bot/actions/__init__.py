"""What the desk does. Nothing here knows Telegram's client or the scheduler.

conversation   the one decision path of an owner's message       outgoing    promises to send, as outbox rows
messages       what one message means and what it answers        deliveries  what follows from their fate
intake         a complaint or request is taken down              relevance   whether they still make sense
emergencies    somebody is in danger                             flow        what is expected next, kept in a row
tickets        a matter from its number to its end               wording     phrases that several actions use
talks          people of the office and an owner talk
feedback       the result is told: is it solved?
managers       alerts, figures, complaints about staff
people         owners, people of the office, its groups"""
