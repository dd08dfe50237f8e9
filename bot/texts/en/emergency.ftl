emergency-check =
    Is somebody in danger right now? ({ $title })
    If a life is at risk, call 119 first.
    Duty room: { $duty }
emergency-check-again =
    Noted and passed on.
    Please tap once more: is somebody in danger right now? If a life is at risk, call 119 first.
button-emergency-yes = Yes, right now
button-emergency-no = No, nobody is in danger
emergency-general =
    Get away from the danger.
    Call 119.
    Duty room: { $duty }
emergency-which = Tap what fits your situation.
emergency-where =
    The duty staff and the head of the office have been alerted. (number { $number })
    Once you are safe, write: building, floor, and a number we can call
emergency-where-here =
    The duty staff and the head of the office have been alerted. (number { $number })
    Write where you are: building, floor, in a lift which one, and a number we can call
emergency-noted =
    Passed on to the duty staff.
    If it cannot wait, call { $urgent }. Duty room { $duty }
emergency-passed-on = Passed on to the duty staff.
emergency-told =
    The duty staff and the head of the office have known since { $at }.
    What you just wrote has been passed on, too.
emergency-relief =
    What a relief. That must have been frightening.
    The duty staff and the head of the office know that you are safe.
    If you feel unwell or it becomes dangerous again, write at once.
emergency-taken-back =
    All right. The duty staff and the head of the office know that nobody is in danger.
    { $number } stays open until somebody has checked. Write at once if it becomes dangerous again.
emergency-changed =
    What you changed has been passed on to the duty staff and the head of the office.
    { $number } stays open until somebody has checked. Write at once if it is dangerous.
emergency-changed-kept =
    The duty staff and the head of the office know that you changed it; only the head of the office sees what it says now.
    { $number } stays open until somebody has checked. Write at once if it is dangerous.
emergency-help-came =
    Good that they are with you. Please do as they say.
    The duty staff have your words. If it becomes dangerous again, write at once.
emergency-help-called =
    Good. The duty staff know that help has been called.
    If it is safe, stay with them, and keep your telephone free.
emergency-help-taken =
    Thank you for telling us. The duty staff have your words.
    Write at once if it becomes dangerous again.
emergency-who-comes =
    The duty staff and the head of the office have been told. You will hear as soon as one of them has taken it.
    If it cannot wait, call { $urgent }. Duty room { $duty }
emergency-who-has-it =
    { $holder } has taken it, and your words have been passed on.
    If it cannot wait, call { $urgent }. Duty room { $duty }
emergency-check-despair =
    Thank you for telling us. You do not have to bear this alone.
    Call { $lifeline }, the suicide prevention line. They answer at night too.
    If a life is in danger right now, call { $fire }.
    The duty staff and the head of the office have been told, with care.
    Do you feel that you want to die right now?
emergency-where-despair =
    The duty staff and the head of the office have been told, with care. (number { $number })
    If you can, write where you are and a number we may call.
emergency-noted-despair =
    Passed on to the duty staff. Please do not stay alone.
    Suicide prevention line { $lifeline }; if a life is in danger, { $fire }
emergency-better-despair =
    It is good to hear that you feel better. There is nothing to be sorry for.
    Write whenever it becomes hard again. { $lifeline }, the suicide prevention line, answers day and night.
emergency-not = All right. Write at once if it becomes dangerous.
emergency-report-kept = Take your time until you are safe. What you were reporting, "{ $title }", is kept. Would you like to go on with it?
emergency-other-matter = What you told us of "{ $title }" was seen by the staff, but is not registered yet. Shall we take it down?
button-go-on-reporting = Go on with the report
button-drop-report = Drop the report
title-despair = In crisis (danger of suicide)
title-despair-owner = A hard time

# What people write in the midst of an emergency; phrases separated by "|". "anywhere": wherever it stands.
# safe: somebody is out of danger; beside-safe: what may stand beside it and changes nothing; fire-out: after a fire only.
# not-safe-anywhere: with it a mistyped phrase is not taken for one of those.
# fine: the same, unless a person has the talk; wrong-alarm (and beside-wrong-alarm, only with it): there was no danger.
# water-off: after a flood only. helpers, came: those who help are there. beside-over: beside fire-out and water-off.
# better: after despair, where what else is relief may be a farewell (beside-better: beside it).
# water-does: what only water does, where its word could be a slip for that of a fire.
# no-danger-anywhere: in a longer answer to "is somebody in danger?", unless unsure-anywhere, urging-anywhere or crying;
# turns-before (up to its end) and turns-behind (right behind it) make something else of it; yes-danger: at its beginning.
# calm-anywhere: no cry for instructions, unless worse-anywhere.
# nobody-inside-anywhere: of a lift that stands, unless not-nobody-inside-anywhere.
# what-if-anywhere: of what would be, unless happening-anywhere.
# called-help-anywhere with called-anywhere: help is called or coming; with taken-anywhere: it was there; neither with
# not-called-anywhere. asks-of-help-anywhere: who comes and when, unless asks-to-do-anywhere.
# was-nothing-anywhere: explains the alarm away, unless not-nothing-anywhere, or a
# danger-word-anywhere beside it (beside-nothing-was does not count).
reply-safe = I am out|all safe|all okay|all ok|both out|I'm out|im out|we are out|we're out|got out|I am outside|I'm outside|we are outside|we're outside|everyone is out|everybody is out|everyone got out|all out|am safe|I'm safe|are safe|we're safe|is safe|safe now|safe and sound|it is over|it's over|its over|all over|rescued|we were freed|I was freed|no longer stuck|not stuck anymore|not stuck any more|i got out|we got out|made it out|out now|out safe|out safely|outside now|unstuck|out of the lift|out of the elevator|back home safe|all clear
reply-beside-safe = now|thanks|thank you|thank you so much|thank you very much|many thanks|thx|a lot|all|already|finally|outside|again|and|ok|okay|yes|hi|hello|please|I|we|it was a|they|they are|they're|kids are|children are|family is|family are|my family|the family|my kids|the kids|the children|my wife|my husband|and my family|everyone|everybody|of the building|of the lift|of the elevator|of the house|of the flat|of the apartment|of there|of here|of danger|both|just|luckily|at last|here|too|don't worry|no worries|the firemen came|the engineer came|thank u|thanks to you|ty|tysm|nwo|thks|thnx|cheers|phew|yay|just now|so|much|very|really|guys|us|we are|i am|im|myself|by|the|and the|dog|cat|kids|baby|husband|wife|mom|dad|for your help|for help|for the help|appreciate it|sorry|for the trouble
reply-not-safe-anywhere = not|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't|can't|couldn't|haven't|hasn't|hadn't|shouldn't|wouldn't|never|yet|still|nobody|no one|almost|nearly|hope|want|wish|need|help|trapped|stuck|hurt|fire|smoke|unless|until|except|but|without|when|how|could|can we|can i|cant|dont|wont|isnt|arent|unsafe|rescue|get out|get outside|make it out|close the|turn off|turn the|should|shall|do we|do I
reply-beside-over = fire|water
reply-fire-out = the fire is out|fire is out|fire's out|it is out|it's out|the smoke is gone|smoke is gone|the fire was put out|we put it out|I put it out
reply-crying-anywhere = help me|help us|please help|need help|scared|hurry|save me|save us|terrified|afraid
reply-asking-anywhere = can I|can we|should I|should we|do I|do we|may I|may we|how long|how much longer|what now|what shall|when will|when are|where do|where should|is it ok to
reply-called-help-anywhere = 119|911|ambulance|called the fire|fire brigade|fire department|emergency services
reply-want-to-live = don't want to die|do not want to die|dont want to die|don't wanna die|want to live
reply-fine = I am ok|I'm ok|I am okay|I'm okay|I am fine|I'm fine|I am alright|I'm alright|I'm all right|we are ok|we're ok|we are okay|we're okay|we are fine|we're fine|all good
reply-wrong-alarm = false alarm|sent by mistake|it was a mistake|pressed by mistake|wrong button|only burnt toast|just burnt toast|only cooking|just cooking|nobody is in danger|no one is in danger|nobody's in danger|there is no danger|there's no danger|no danger|not in danger|it is not dangerous|it's not dangerous|not dangerous|no nobody is in danger|no no one is in danger|no danger at all|no no danger|no not in danger|no it is not dangerous|no it's not dangerous|no not dangerous
reply-beside-wrong-alarm = it was|it's|it is|my|a|the|neighbor's|neighbour's|neighbor|neighbour|cooking|dinner|food|toast|burnt|burned|just|only|sensor|detector|I|actually|sorry|I am|I'm|we are|anymore|any more|now
reply-water-off = water is off|the water is off|water's off|water has stopped|the water has stopped|water stopped|the water stopped|I turned the water off|turned off the water|turned the water off|I closed the valve|we closed the valve|closed the valve|valve is closed|the valve is closed|stopped leaking|it stopped
reply-helpers = 119|911|ambulance|the ambulance|fire truck|the fire truck|fire engine|the fire engine|firefighters|the firefighters|firemen|the firemen|fire brigade|police|the police|paramedics|the paramedics|at the hospital|the gas company|the engineer
reply-came = is here|are here|has arrived|have arrived|arrived|came|has come|have come|got here|we are|we're
reply-water-does = standing water|puddle|water on the|pool of water|water is pooling|water pooling|water leak|water is leaking|water drip|water is dripping|water coming in|water is coming in
reply-no-danger-anywhere = not dangerous|isn't dangerous|isnt dangerous|no danger|not in danger|nobody is in danger|no one is in danger|nobody's in danger
reply-urging-anywhere = hurry|quick|urgently|asap|come now|come at once|right away|immediately
reply-turns-before = can't say|cannot say|can not say|couldn't say|could not say|n't say|not say|don't tell me|do not tell me|never said|nobody said|no one said|who says|who said|don't think|do not think|don't believe|do not believe|not believe|not true|not that|not as if|wouldn't call|would not call|n't call|not call|how is|how can|make sure|so that|so it is|so it's|until|unless|doesn't mean|does not mean|wish
reply-turns-behind = is a lie|is not true|is wrong|if|of it not
reply-unsure-anywhere = not sure|don't know|dont know|hope|if it|whether
reply-yes-danger = it is dangerous|it's dangerous|its dangerous|we are in danger|we're in danger|I am in danger|I'm in danger|he is in danger|she is in danger|very dangerous
reply-calm-anywhere = nobody is hurt|no one is hurt|nobody's hurt|nobody hurt|no injuries|airing
reply-worse-anywhere = bigger|spreading|worse|rising|trapped|stuck|can't breathe|cannot breathe|exploded|unconscious|collapsed
reply-better = I feel better|I'm feeling better|I am feeling better|feeling better|I am better|I'm better
reply-beside-better = now|a bit|a little|much|yes|thanks|thank you|thank you so much|thank you very much|thx|sorry|I'm sorry|I am sorry|all right|alright
reply-called-anywhere = called|phoned|rang|dialled|dialed|on the way|on its way|on their way|is coming|are coming|comes
reply-not-called-anywhere = not called|not call|n't call|nt call|haven't|havent|didn't|didnt|can't|cant|cannot|should|please call|pls call|not coming|isn't coming|not answer|nobody|no one|no answer|yet
reply-taken-anywhere = took him|took her|took them|took my|has taken|have taken|taking him|taking her|taken to|to hospital|to the hospital
reply-asks-of-help-anywhere = who is coming|who's coming|whos coming|who comes|who will|who pays|who has it|anyone coming|anybody coming|someone coming|somebody coming|are they coming|are you coming|is he coming|when will|when are|when is|how long|how much longer|how much will|how many minutes|how soon
reply-asks-to-do-anywhere = can i|can we|should|may i|may we|do i|do we|must i|must we|shall|is it safe|is it ok to
reply-was-nothing-anywhere = false alarm|by mistake|wrong button|no fire|wasn't a fire|was not a fire|it's ok|it is ok|its ok|it's okay|it is okay|nothing serious|turned out to be|it was only|it was just
reply-not-nothing-anywhere = firemen|firefight|fire fight|fire exting|fire truck|fire exit|fire escape|fire door|fire engine|fire brigade|fire department|not a false|no false|thought|ok to|okay to|is it ok|not ok|said it was
reply-beside-nothing-was = there is|there was
reply-danger-word-anywhere = gas|burning|spark|leak|flame|exploded|blood|bleed|breath|unconscious|collapsed|worse|real
reply-what-if-anywhere = if i get|if i am|if i'm|if we get|if we are|if someone|if somebody|if there is a|if there's a|in case of|what if|when there is a
reply-happening-anywhere = help me|help us|please help|scared|hurry|coming|i smell|i see|i hear|smoke is|fire is|on fire|gas is|because|now|i'm stuck|im stuck|i am stuck|we are stuck|we're stuck|i'm trapped|im trapped|i am trapped|is trapped|trapped in here|is burning|there's a fire in|can't breathe|cant breathe|quick|just happened
reply-nobody-inside-anywhere = not inside|nobody inside|no one inside|nobody is inside|nobody's inside|no one is inside|no one's inside|nobody is in it|nobody in it|no one is in it|no one in it|nobody in there|no one in there|it is empty|it's empty|its empty|not in it|nobody is trapped|no one is trapped|nobody trapped|not trapped|nobody is stuck|no one is stuck|not stuck
reply-not-nobody-inside-anywhere = except|but me|only me|just me|alone|to help|help me|i think|maybe

# Where somebody in danger is. no-place: words of a place that say nothing of where; lift-itself: nor do these to whoever
# is trapped in one, but lift-number does (* stands for a number). no-place-number: numbers that are no place.
# where-anywhere: a place in an answer to "where are you?", unless no-answer-where. sentence-end: an answer that ends so
# is a sentence about something else, unless is-there.
reply-no-place = front door|the door
reply-lift-itself = lift|elevator
reply-lift-number = lift *|elevator *|car *|lift no *|lift number *|elevator number *|car number *
reply-no-place-number = * people|* persons|* of us|* minutes|* mins|* min|* hours|* hour|* times|* percent|*%|* years|* kids|* children|* adults
reply-no-answer-where = help|hurry|please|scared|battery|don't|dont|can't|cant|cannot|won't|wont|when|is at home|are at home
reply-where-anywhere = in front of|next to|near|behind|beside|kitchen|bathroom|bedroom|living room|balcony|basement|ground floor|top floor|gate|entrance|garage|parking|stairs|staircase|corridor|hallway|lobby|roof|playground|at home|my flat|my apartment
reply-is-there = right here|over there
reply-sentence-end = hurt|hurts|bleeding|burning|coming|dark|hot|open|broken|now|scared|rising|spreading|breathe
