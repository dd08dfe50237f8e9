# Words and short phrases used everywhere.
moment-today = today at { $time }
moment-tomorrow = tomorrow at { $time }
moment-in-year = { $moment }, { $year }
department-managers = the head of the office
address-unknown = dear resident
address-named = { $name }
unit-full = building { $building }, unit { $number }
unit-number-only = unit { $number }
place-shared =
    { $building ->
        [none] {""}
       *[other] building { $building },{" "}
    }{ $unit ->
        [none] {""}
       *[other] near unit { $unit },{" "}
    }{ $line ->
        [none] {""}
       *[other] line { $line },{" "}
    }{ $floor ->
        [none] {""}
       *[other] floor { $floor },{" "}
    }{ $area ->
        [none] {""}
       *[other] { $area },{" "}
    }{ $car ->
        [none] {""}
       *[other] { $car }
    }
unknown-home = unit unknown
unknown-phone = no number
hours-closed = The office is closed at the moment. It opens { $opens }. If something cannot wait until then, please call the duty room at { $duty }.

# What people type instead of tapping; words separated by "|".
reply-yes = yes|y|yep|yeah|yup|ya|sure|ok|okay|right|correct|please|please do|yes please|go ahead|agree|i agree|send|send it|submit|do it|of course|sounds good|that's right|yes please do|agreed|i consent|consent|i do agree|i do|that one|that's the one|yes that one|the same one|same one
reply-agree = agree|i agree|agreed|i consent|consent|i do agree|i agree to that
reply-courtesy = thanks|thank you|many thanks|thx|ty|cheers|much appreciated|appreciated|got it|noted|understood|i see|alright|all right|great|perfect|lovely|good to know|bye|goodbye|have a nice day|have a good day
reply-nod = yes|y|yep|yeah|yup|ya|ok|okay|sure|right
reply-resigned = oh well|fair enough|that's a pity|that is a pity|what a pity|too bad|pity|never mind then|no problem|that's fine|that is fine|it's fine|it's okay|it is okay|all fine|i understand|i got it|makes sense|makes sense now|i'll do it myself|i will do it myself|i'll fix it myself|i will fix it myself
reply-beside-resigned = oh|ah|well|hmm|then|for the explanation|for explaining|for explaining it|for letting me know|for checking|for looking|for your help|for your time|for the answer|for the reply|anyway|so much|it|that|a lot|now|still
reply-objection-anywhere = look again|check again|look at it again|another look|review it|unfair|not fair|don't understand|do not understand|disagree|don't agree|do not agree|unacceptable|don't accept|do not accept
reply-later-anywhere = i'll send|i will send|will send|send it later|send them later|let you know|let me check|let me look|i'll check|i will check|i'll look|get back to you|i'll ask|i will ask|i'll find out|later today|in a moment|give me a moment|one moment|hold on
reply-no = no|n|nope|nah|no thanks|no thank you|not now|never mind|nevermind|i do not agree|i don't agree|disagree|wrong|i disagree|no consent|i do not consent|i don't consent
reply-cancel = cancel|cancel it|cancel that|stop|abort|forget it|quit|never mind|nevermind|no never mind|forget about it|don't bother|drop it|cancel please|please cancel|please cancel it|stop it|i changed my mind|leave it
reply-skip = skip|none|no photo|no photos|no picture|later|pass|don't know|dont know|not sure|n/a|don't have one|do not have one|i don't have one|i do not have one|don't have it|rather not|i'd rather not|i would rather not say|i'd rather not say|prefer not to say|prefer not to|not telling|i have none|have none|no idea
reply-none = none|none of these|none of them|neither|something else|other
reply-done = done|that's all|thats all|that is all|finished|end
# A number typed instead of tapped; * stands for the digit.
reply-number = number *|no *|no. *|# *|option *|the *|* please
reply-other-ending = right|or not|huh|eh|yet
reply-sentence-ending = .
