feedback-conclusion =
    { CAPITAL($who) }, here is the result for "{ $title }" (number { $number }).

    { $conclusion }
feedback-ask-solved = Is it solved? One tap is enough.
feedback-ask-told = If there is more to say, please tap below.
feedback-reminder =
    { CAPITAL($who) }, is everything fine now with { $number } "{ $title }"? If we do not hear from you { BY($closes) }, we will close it.
feedback-reminder-open =
    { CAPITAL($who) }, is everything fine now with { $number } "{ $title }"?
feedback-closed-by-itself = We have not heard from you, so { $number } "{ $title }" is closed now. If it still bothers you, we will gladly open it again.
feedback-told-closed = { $number } "{ $title }" is closed with what we told you. If it bothers you again, please let us know.
feedback-glad = We are glad it is solved, { $who }. { $number } is closed.
feedback-ask-stars = How did we do this time? You may skip this.
feedback-thanks-stars = Thank you for the score. We will keep looking after things.
feedback-thanks-skip = All right. Write any time you need us.
feedback-ask-reason = We are sorry it fell short. Could you tell us in a few words what was missing? You do not have to.
feedback-thanks-reason = Thank you. The head of the office has your words as you wrote them.
feedback-stars-first = Thank you for the score; the head of the office has it. Is the matter itself solved? Please tap below.
feedback-no-hurry = No hurry. Please tap below once you have had a look.
feedback-which = Which matter do you mean? Please tap below.
feedback-already = You have answered already. Thank you.
feedback-already-open = We are looking at { $number } again and will tell you the result.
feedback-already-closed = { $number } is closed already. If it still bothers you, shall we open it again?
feedback-earlier-round = That button belongs to an earlier result. Is { $number } solved this time? Please tap below.
feedback-already-rated = We have your score already. Thank you.
feedback-follow-up = { CAPITAL($who) }, is { $number } "{ $title }" still fine?
feedback-follow-up-fine = Good to hear. Thank you for telling us.
button-solved-yes = Yes, it is solved
button-solved-no = Not yet
button-told-no = There is more to say
button-still-yes = Yes, still fine
button-still-no = No, it is back
button-reopen-it = Please open it again
button-solved-yes-number = { $number } solved
button-solved-no-number = { $number } not yet
button-stars = ★{ $stars }
button-stars-skip = Skip

# For the staff: Telegram could not deliver the result.
feedback-phone-task =
    ☎ Please tell the result by phone. Telegram could not deliver it.
    { $number } { $title }
    { $name } · { $home } · { $phone }

    { $conclusion }
feedback-phone-task-unknown = phone number unknown
feedback-phone-task-no-home = unit unknown
feedback-phone-no-answer = no answer: { $by } { $time }
feedback-phone-solved = told by phone, solved: { $by } { $time }
feedback-phone-not-solved = told by phone, not solved: { $by } { $time }
feedback-phone-done = This call has been dealt with already.
feedback-by-phone = confirmed by phone
feedback-phone-not-solved-words = Told by phone; the resident says it is not solved yet
button-called-solved = Called, solved
button-called-not-solved = Called, not yet
button-called-no-answer = No answer

# What people type instead of tapping; phrases separated by "|". "anywhere": counts wherever it stands in a short message.
# stars-giving: that a number is a score; stars-beside: what may stand beside it where stars were asked for.
reply-thanks = thanks|thank you|thank you so much|thank you very much|thanks a lot|many thanks|thx|ty|cheers|much appreciated|appreciated|great job|good job|great work|well done
reply-beside-thanks = very much|so much|a lot|now|perfectly|everyone|all
reply-solved = solved|it's solved|it is solved|its solved|fixed|it's fixed|it is fixed|its fixed|all fixed|resolved|it's resolved|it is resolved|all good|all good now|it's good|good now|works|it works|it works now|works now|working|it's working|it is working|working now|fine now|it's fine|it is fine|it's fine now|all sorted|sorted|it's sorted|all done|it's done|no more problem|no more problems|problem solved|perfect|it's not leaking anymore|not leaking anymore|it is not leaking anymore|it's not leaking any more|no longer leaking|it's no longer leaking|stopped leaking|it stopped leaking|it's not dripping anymore|no more leaks|no more noise|it stopped
reply-solved-alone = done|all done|it is|yes it is
reply-content = good|great|perfect|all good|it's good|it is good|it's fine|it is fine|fine|all done|it's done|done|works|it is|yes it is|that's good|sounds good|glad to hear|very good|really good|pretty good|so good|very well|nice|very nice|excellent work|wonderful|lovely|satisfied|i'm satisfied|i am satisfied|happy with it|very happy|i'm happy|all right|alright
reply-solved-ending = is fixed|it's fixed|its fixed|is fixed now|is solved|it's solved|its solved|is solved now|is resolved|it's resolved|its resolved|is resolved now|was fixed|was solved|was resolved|been fixed|been solved|been resolved|is sorted|all sorted
reply-no-solved-ending-anywhere = only|one of|hope|want|make sure|until|unless|if|need|should|must|please|before|when|not|never
reply-solved-elsewhere-anywhere = has it been|have you|did you|did they|is it|was it|isn't it|isnt it|hasn't it|wasn't it|as soon as| once | until | if | unless | after | told | heard | they say| they said| he says| he said| she says| she said| says it| supposedly | apparently | neighbo| neighbor| upstairs | downstairs | next door | other | another | one | ones | first | second | last week| last month| last year| last time| the last | previous| earlier | months ago | years ago | weeks ago | i think | maybe | perhaps | hope | would | should | let me know | tell me | please
reply-changed-anywhere = now|any more|anymore|no longer|finally|at last
reply-repair-wish = please fix it|please fix this|please fix|fix it|fix this|fix it please|please solve it|please solve this|please solve|solve it|solve this|please repair it|please repair|repair it|please resolve it|please resolve this|please resolve|resolve it|get it fixed|get this fixed|get it solved|get it done|have it fixed|please send someone|send someone|please come again|please come back|come again|please look again|look again|please check again|check again|please try again|try again|want it fixed|want it solved|need it fixed
reply-wish = please|please do|yes please|yes please do|go ahead|send|send it|submit|do it|for me
reply-urge = quickly|asap|urgently|hurry|hurry up|as soon as possible|right away|immediately
reply-beside-wish = now|today|again|properly|just|already|can you|could you|will you|would you|this time|then|I|we|to|soon|really
reply-not-solved = not yet|not solved|not fixed|not resolved|not working|not really|no not|it's not|it isn't|it is not|isn't|it's still|it is still|still|no still|nope still|unfortunately|sadly|worse|no it is not|no it isn't|no it's not|no it is still|no it's still|no it still|no it does not|no it doesn't|no it did not|no it didn't|no it won't|no it has not|no it hasn't|no it keeps|no it never|not at all
reply-not-solved-anywhere = not yet solved|not yet fixed|still leak|still broken|still not|still does not|still doesn't|still doesnt|still there|still the same|still happening|still dripping|still noisy|not solved|not fixed|not resolved|isn't fixed|isnt fixed|not working|doesn't work|doesnt work|does not work|it came back|it's back|broken again|leaking again|same problem|no change|no improvement|hasn't changed|hasnt changed|yeah right|you call that|call this fixed|call this solved|nothing has changed|nothing changed|nobody came|never came
reply-unchecked-anywhere = haven't checked|havent checked|not checked|have not checked|haven't seen|havent seen|haven't looked|will check|i'll check|ill check|let me check|check later|don't know yet|dont know yet|not sure yet|not home|away right now|when i get home|wait and see
reply-fine-anywhere = still fine|still good|still works|still working|still ok|fine so far|good so far|anymore|any more|no longer|not leaking|isn't leaking|not dripping|isn't dripping|not noisy|not bad
reply-contrast = but|however|though|except|partly|partially|half|almost|nearly|sometimes|when|working on|mostly|not sure
reply-stars-unit = stars|star
reply-stars-name = rating|score
reply-stars-bare = stars|star
reply-stars-giving = i'd give it|i would give it|i'd give|i would give|i give it|i give|i'll give it|i'll give|i will give|give it|giving it|i'd give you|i give you|i'll give you|i'd say|it deserves|you deserve|it gets|you get|from me
reply-stars-beside = a|an|a solid|solid|definitely|well|hmm|it's|it is|that's|stars|star|easily|full|for you|for that|of course|yes
reply-stars-scale = out of 5|out of 5 stars|out of five|out of five stars|/5|/5 stars|on a scale of 1 to 5|on a scale from 1 to 5|from 1 to 5
reply-stars-withheld-anywhere = cant give|can't give|cannot give|can not give|can't rate|won't give|wouldn't give|couldn't give|not give|not giving|never give|not worth|not deserve|don't deserve|doesn't deserve|less than|minus|no way|wanted to|would have|almost|if you
reply-stars-1 = one star|1 star|terrible|awful|zero stars|0 stars|no stars
reply-stars-2 = two stars
reply-stars-3 = three stars
reply-stars-4 = four stars
reply-stars-5 = five stars|full marks|excellent
reply-stars-counted-1 = one|just one
reply-stars-counted-2 = two|just two
reply-stars-counted-3 = three
reply-stars-counted-4 = four
reply-stars-counted-5 = five|all five|all of them
