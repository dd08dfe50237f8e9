intake-heard = Thank you, { $who }. This is about "{ $title }". We will record it and pass it to the right team.
intake-heard-managers = Thank you, { $who }. This is about "{ $title }". We will record it, and only the manager will read it.
intake-what = What has happened? You can write it, or send photos or a voice message.
intake-what-again = Could you describe it in a few words? If writing is difficult, tap "Talk to a person".
intake-happened = Could you tell us a little more about what happened? When, where, which member of staff and what was said or done, as far as you know.
intake-happened-again = When and where was it, and what happened? A few words are enough; or tap "Skip".
intake-place =
    { $area ->
        [none] Where is it? For example: car park in front of building 103, corridor on the 7th floor
       *[other] Which { $area } is it? The building and the floor, or the nearest entrance, please.
    }
intake-place-again = Could you say a little more about the place, so that we can find it? If you do not know, tap "Skip".
intake-consent = We record your matter without it too. Then we neither ask for nor keep your name and phone number; the people handling it only see the name that Telegram shows, and the answer comes here. Do you agree?
intake-consent-again = Do you agree to the notice about personal data? Please choose below. We record your matter either way.
intake-home = Which building and unit do you live in? For example: building 101, unit 1203
intake-home-again = Sorry, we could not read the unit. Could you write it like "101-1203"?
intake-name = What is your name?
intake-name-again = Could you write just your name? For example: Alex Kim
intake-phone = Which number can we call you on? For example: 010-1234-5678
intake-phone-again = Sorry, we could not read the number. Could you write it in digits, like 010-1234-5678?
intake-summary = Shall we record it like this? [{ $title }]
intake-noted = We have noted that too: "{ $words }"
intake-noted-other = We have noted "{ $title }" as well, and will take it down right after this one.
intake-summary-words = • What: { $words }
intake-summary-where = • Where: { $where }
intake-summary-since = • Since: { $since }
intake-summary-contact = • Contact: { $contact }
intake-summary-photos = • Photos and files: { $count }
intake-summary-also = • To follow: { $titles }
intake-summary-department = • Team: { $department }
intake-summary-ask-photo = If you have a photo, send it now. If this is right, tap "Submit".
intake-summary-ask = If this is right, tap "Submit".
intake-joined = What you told us besides has been added to { $number }, which is open already.
intake-edit = Please write it again. The photos you sent are kept.
intake-cancelled = Stopped. Nothing was passed on. Write again whenever you need to.
intake-reminder = What you started to report has not been recorded yet. Would you like to go on?
intake-submitted-by-itself = So that it is not forgotten, we have recorded what you told us so far.
intake-left-open = What you were reporting, "{ $title }", was not finished, so we have not passed it on yet. Shall we record it as it is, or would you like to go on?
button-submit = Submit
button-submit-as-is = Record it as it is
button-edit = Change
button-cancel = Cancel
button-skip = Skip
button-without = Continue without

receipt = Recorded. Your number is { $number }; the { $department } team will handle it.
receipt-expected = We aim to have the result for you { BY($time) }.
receipt-first = The { $department } team will first get back to you { BY($time) }.
receipt-first-managers = The head of the office will first get back to you { BY($time) }.
receipt-timeline = You can follow it under /tickets. When it is done we will tell you the result and ask whether it is truly solved.
receipt-advise = The office can look into it and ask for consideration. We will tell you what we found.
receipt-dispatch = We have told the { $department } team right away, { $who }. Your number is { $number }. If you add the plate or the place, we pass it on. When it is solved, please tap below.
receipt-feedback-suggestion = Thank you for the idea, { $who }. We have passed it to the { $department } team as you wrote it. (number { $number })
receipt-feedback-praise = Thank you for the kind words, { $who }. We will pass them on to the { $department } team. (number { $number })
receipt-private = Thank you for telling us. Only the head of the office sees this. Your number is { $number }.
button-ticket-done = It is solved
intake-over-by-itself = Good to hear. "{ $title }" is not recorded yet. Shall we go on with it all the same?
intake-kept = What you were reporting, "{ $title }", is kept. Would you like to go on with it?
intake-kept-meanwhile = What you were reporting, "{ $title }", is kept meanwhile.
intake-not-recorded = "{ $title }" is not recorded yet. What you told us is kept.
intake-not-recorded-go-on = "{ $title }" is not recorded yet. What you told us is kept. Shall we go on with it?

# What is no word of a report, whatever was asked; phrases separated by "|".
reply-not-yet = not yet|no not yet|nope not yet|not just yet
reply-back-again = i'm back|im back|i am back|back again|i'm back again|im back again|here again

reply-dont-submit = don't send it|don't send|do not send it|do not send|don't submit|don't submit it|do not submit|do not submit it|don't hand it in
reply-wait = wait|wait a moment|wait please|please wait|hold on|one moment|just a moment|a moment|just a second|not yet|don't send it yet|don't submit yet|don't submit it yet|do not send it yet|do not submit it yet|let me check|let me think
reply-mistaken = wrong|that's wrong|that is wrong|it's wrong|it is wrong|not right|that's not right|not correct|that is not correct|incorrect|let me correct it|let me change it|i want to change it|change it|edit
# It is over before it was recorded.
reply-over-by-itself = is working|is moving|works|is warm|is quiet|has stopped|it doesn't leak any more|it does not leak any more|doesn't leak any more|doesn't leak anymore|it doesn't drip any more|it doesn't smell any more|is running|comes out|is coming out|it's warm|it is warm|it's working|it is working|it works|it's moving|it is moving|it's back|it is back|it's on|it is on|it's fine|it is fine|it's ok|it is ok|it's quiet|it is quiet|it stopped|it has stopped|it's fixed|it is fixed|it fixed itself|it's gone|it is gone|it's open|i found it|found it|i found them|found them|we found it|problem solved|it's solved
reply-beside-over-by-itself = it|the water|the hot water|the heating|the power|the light|the lights|the lift|the elevator|the door|the leak|the noise|any more|finally|forget it|forget about it|never mind|nevermind|no longer needed|oh|ah|actually|now|again|already|just|sorry|ok|okay|wait|and|but|by itself|on its own|anymore|thanks|thank you|so|then|well

# What people type in the middle of a report besides: to go on without consent, to hand it in without more questions,
# whether it is recorded, and what they have not got or will not tell; `beside` may stand around it.
reply-without-consent = continue without|continue without consent|continue without it|go on without|go on without consent|without consent|record it without consent|record without consent|submit without consent|without agreeing
reply-record-it = record it|record|submit|submit it|send it|send it in|hand it in|file it|report it|record this|submit this|send this|record my complaint|record my report|go on and record it
reply-beside-record = just|now|please|as it is|like this|anyway|then|without it|without a phone|without a number|without my number|without a name|can you|could you|so
reply-beside-accept = please|then|that|it|for me|would be great|would be nice|i'd like that|i would like that|do|that'd be great|oh|now|can you|could you
reply-recorded-anywhere = is it recorded|was it recorded|has it been recorded|is it registered|was it registered|did you record|did it go through|is it submitted|was it submitted|has it been submitted|is my report in|did you get my report|is it filed|was it filed
reply-recorded-otherwise = CCTV|camera|video|on tape|footage|recorded by|recorded on|recorder
reply-nothing-home = address|unit|unit number|home
reply-nothing-name = name
reply-nothing-phone = phone|phone number|number|mobile|mobile number|cell phone|telephone|telephone number
reply-beside-nothing = i|a|an|any|my|the|sorry|there is|got|at the moment|right now
reply-lacking = don't have|do not have|have no|haven't got|haven't|have not|no|without|won't give|will not give|don't want to give

# Second thoughts after a report was dropped: why is it not recorded?
intake-taken-up = We take up the report that was dropped. What you told us is kept.
reply-protest-anywhere = why don't you record|why do you not record|why won't you record|why aren't you recording|why is it not recorded|why isn't it recorded|i want it recorded|i want you to record|i said record|i asked you to record|i did not cancel|i didn't cancel|don't cancel|do not cancel|pressed the wrong|record it after all|why won't you submit|i want to submit it
