language-name = English
owner-choose-language = Please choose your language.
owner-language-set = We will write to you in English from now on.
owner-welcome =
    Hello. This is Haedap, the chat desk of { $office }.
    Just write what you would like to know. Problems are recorded, passed to the right team, and we come back to you with the result.
owner-privacy =
    ■ Your personal data
    • What we take: your unit, name, phone number, and what you write and send here
    • What for: handling your matter and telling you the result
    • How long: up to three years after it is closed, then it is deleted
    • Who sees it: { $seen_by ->
        [managers] only the head of the office, for this matter
       *[staff] the staff of the management office only
    }
owner-consent-ask = You can ask questions and report emergencies without agreeing. Do you agree?
owner-consented = Thank you. How can we help? Just write, or choose below.
owner-not-consented = That is fine. You can still ask questions and report emergencies. We will ask again when you report a problem.
owner-welcome-back = Welcome back, { $who }. How can we help?
owner-first-hello = This chat is run by { $office }. To change the language or read the privacy notice, tap /start.
owner-help =
    You can write things like
    • "When is the fee due?"
    • "Water is dripping from my ceiling" (photos are welcome)
    • "Fire!", "I am stuck in the lift": at any hour, at once

    /tickets your matters
    /new report a problem
    /human talk to a person
    /cancel stop what you are reporting
    /language change the language
    /me your data
    /privacy how your data is used
owner-me =
    This is what the office knows about you.
    • Name: { $name }
    • Home: { $home }
    • Phone: { $phone }
    • { $consent }
    If you would like it deleted, please tell a member of staff.
owner-me-unknown = not given yet
owner-me-consented = You agreed to the privacy notice
owner-me-no-consent = You have not agreed to the privacy notice yet
owner-profile-ask = Please write what has changed in one message, for example: 101-1203, Alex Kim, 010-1234-5678
owner-profile-saved = Saved. You can see it with /me.
owner-profile-unclear = Please write your unit, name or phone number, for example: building 101 unit 1203, or 010-1234-5678
owner-greeting = Hello, { $who }. This is the management office. How can we help?
owner-what-help = How can we help? Just write, or choose below.
owner-all-right = All right. If there is anything else, just write.
owner-thanks = Thank you, { $who }. Write any time you need us.
owner-nothing-to-cancel = Nothing is being reported right now. To withdraw something you reported earlier, choose it under /tickets.
owner-old-button = That button is from an earlier step. Please look at the newest message below.
owner-trouble = Something went wrong with your message, so we have passed it to a member of staff who will look at it and get back to you. If it is urgent, please call { $phone }.
menu-new = Report a problem
menu-tickets = My matters
menu-human = Talk to a person
menu-help = Help
menu-me = My details
menu-language = Language (언어)
button-consent = I agree
button-later = Later
button-person = Talk to a person
button-edit-profile = Change my data

# Whoever asks who answers here; `beside` may stand around it.
owner-what-i-am = I am not a person. I am "Haedap", the automatic desk of { $office }. I answer questions, and record what is wrong for the staff. To talk with a person, tap below.
reply-are-you = are you a bot|are you bot|are you a robot|are you human|are you a human|are you a human being|are you a person|are you a real person|are you real|are you an ai|are you ai|are you a machine|are you automated|am i talking to a bot|am i talking to a robot|am i talking to a person|am i talking to a human|am i talking to a real person|am i talking to a machine|is this a bot|is this a robot|is this a real person|is this a person|is this a human|is this a machine|is this an ai|is this automated|who are you|who is this|what are you
reply-beside-are-you = wait|hey|so|or|hello|hi|excuse me|just|actually|really|a bot|a robot|a person|a human|a real person|a machine

# A message that is to reach the head of the office: whom, and what is to be done; `beside` may stand around it.
reply-head-of-office = the manager|your manager|the office manager|the building manager|the head of the office|your boss|the boss|the director|manager
reply-pass-on = tell|let|inform|pass this on to|pass it on to|pass on to|forward this to|forward it to|give a message to|send this to|send it to|i want to tell|i need to tell|report this to
reply-beside-pass-on = please|can you|could you|would you|this|it|about this|about it|know|just|i want to|so
