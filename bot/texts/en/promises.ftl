# What was promised about a matter, what is late, and what is said about it unasked.
promise-late-first = We said we would get back to you { BY($time) } and have not done so yet. We are sorry to keep you waiting.
promise-visit = We will go on with it { $time }.
promise-late-visit = We said we would go on with it { $time } and you have not heard from us yet. We are sorry to keep you waiting.
promise-late-result = We had aimed to have the result { BY($time) }, and it is taking longer. We are sorry to keep you waiting.
promise-asked = We have told { $department } again that you are waiting. If it is urgent, please call { $phone }.
promise-short-first = we get back to you { BY($time) }
promise-short-visit = we go on { $time }
promise-short-result = result expected { BY($time) }
promise-short-late = was due { $time }, taking longer
late-first =
    { CAPITAL($who) }, we said we would get back to you about { $number } ({ $title }) { BY($time) } and have not done so yet. We are sorry to keep you waiting.
    We have told { $department } again. You will hear from us here { BY($again) } how it stands. If it is urgent, please call { $phone }.
late-first-again =
    { CAPITAL($who) }, nobody has been free to look into { $number } ({ $title }) yet. We are sorry once more.
    The head of the office knows, and we will tell you here as soon as somebody takes it on. If it is hard to wait, please call { $phone }.
late-visit =
    { CAPITAL($who) }, we said we would go on with { $number } ({ $title }) { $time } and you have not heard from us yet. We are sorry to keep you waiting.
    We have told { $department } again. If it is urgent, please call { $phone }.
late-dispatch =
    { CAPITAL($who) }, we have no word yet that { $number } ({ $title }) is done. We are sorry to keep you waiting.
    We have told { $department } again. If it is urgent, please call { $phone }.
late-despair =
    Nobody on duty has reached you yet, and we are sorry. You do not have to bear this alone: call { $lifeline }. They answer at night too.
    Duty room: { $duty }
    If a life is in danger right now, call { $fire }.
late-emergency =
    { $number } ({ $title }): nobody on duty has answered yet.
    Call the duty room now: { $duty }.
    If you are in danger, call 119.
late-person =
    { CAPITAL($who) }, we are sorry to keep you waiting so long. Nobody has been free to answer yet. You are number { $position } in line.
    We have told our staff again. You will hear from us { BY($again) } how it stands. If it is urgent, please call { $phone }.
late-person-again =
    { CAPITAL($who) }, nobody has been free to answer so far, and we are sorry once more. The head of the office knows, and you will get an answer right here when it is your turn.
    If it is hard to wait, please call { $phone }.

# What staff read about it.
tickets-owner-asks = ⏰ The owner asks when { $number } will be done. They were told: { BY($time) }. Please get in touch first.
tickets-told-late = ⏰ The owner was told that { $number } takes longer. Please get in touch { BY($again) }.
staff-told-late = ⏰ The owner was told that an answer takes longer. Please claim { BY($again) }.

# What people write who wait; phrases separated by "|". "anywhere": counts wherever it stands in a short message.
reply-asks-when-anywhere = when will someone|when will somebody|when will anyone|when are you coming|when will you come|when is someone|when is somebody|when do you come|when does someone come|when will it be fixed|when will it be done|how much longer|how long do i have to wait|nobody came|no one came|nobody has come|no one has come|nobody is coming|still waiting|nobody called|no one called|nobody has called|no one has called|haven't heard|have not heard|no news|any news
reply-comes-when = what time are you coming|what time will you come|what time do you come|when are you coming|when will you come|when do you come|what time is he coming|what time is the repairman coming|around what time will you come|roughly when will you come|when can you come|what time can you come|when are they coming|what time are they coming
reply-comes-when-beside = so|and|but|ok|okay|then|hi|hello|sorry|today|tomorrow|please|thanks|thank you|exactly|roughly|to my place|over
reply-anybody-there-anywhere = anybody there|anyone there|is anybody|is anyone|nobody there|no one there|are you there|somebody there|someone there|why no answer|no answer|any answer
reply-goes-on-anywhere = still drip|still leak|still broken|still not|still no|still the same|is still|it still|keeps on|keeps leaking|keeps dripping|getting worse|not fixed|got worse|gets worse|is worse|worse now|even more|even worse|more and more|more than before|faster now|stronger now|louder now
reply-again-anywhere = again|is back|came back|has come back

# Wishes about a visit: when somebody is at home, how to come. "When will you come?" is none.
reply-visit-wish-anywhere = come after|come before|come at|come between|come in the|come on|come tomorrow|come today|come now|come quickly|please come|don't come|do not come|no need to come|after 1|after 2|after 3|after 4|after 5|after 6|after 7|after 8|after 9|before noon|after noon|only after|only before|only in the|only mornings|only at|send someone|send somebody|send anyone|send anybody|i'm home|i am home|i'll be home|i will be home|i'm only home|i am only home|not home|not at home|nobody is home|nobody home|i'm at work|don't ring|do not ring|doorbell|knock|call before|call first|call me before|my dog|our dog|a dog|the dog|my cat|our cat
reply-question-anywhere = when |what |why |how |where |who |which |status|progress|any update

# Somebody came in vain. A message made of these alone is no complaint about staff but news of the matter.
reply-visit-who = the technician|a technician|your technician|technician|the engineer|an engineer|the repairman|a repairman|the plumber|the electrician|the staff|your staff|staff|a staff member|the worker|a worker|maintenance|somebody|someone|a man|they|he|she
reply-visit-came = came|came by|came over|came round|came and|came but|has come|was here|were here|has been here|have been here|visited|came to look|came to fix it|came to repair it|came to look at it
reply-visit-failed = could not fix it|couldn't fix it|could not repair it|couldn't repair it|did not fix it|didn't fix it|was not able to fix it|wasn't able to fix it|was unable to fix it|were unable to fix it|could not find the cause|couldn't find the cause|could not find the problem|couldn't find the problem|could not solve it|couldn't solve it|it is still broken|it's still broken|still broken|it is still not fixed|it's still not fixed|still not fixed|it is not fixed|it's not fixed|not fixed|it still does not work|it still doesn't work|still does not work|still doesn't work|still not working|it is still leaking|it's still leaking|still leaking|it still leaks|still leaks|nothing has changed|without fixing it|without repairing it|had no parts|did not have the part|didn't have the part|did not have the parts|didn't have the parts
reply-visit-beside = and|but|then|so|left|went away|went again|yesterday|today|this morning|this afternoon|this evening|last week|just now|just|again|looked at it|had a look|checked it|hello|hi
