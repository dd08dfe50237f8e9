# What owners read when a person is asked for, comes and goes.
owner-human-queued =
    We have told our staff, { $who }. You are number { $position } in line. { $wait ->
        [known] People usually get an answer within { $lasts }.
       *[none] You will get an answer right here when it is your turn.
    }
    Whatever you write meanwhile is passed on. If it is urgent, please call { $duty }.
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-hours =
    { $count ->
        [one] about an hour
       *[other] about { $count } hours
    }
duration-days =
    { $count ->
        [one] about a day
       *[other] about { $count } days
    }
owner-human-closed =
    The office is closed at the moment, { $who }. A member of staff will answer when it opens, { $opens }.
    Whatever you write until then is passed on. If it cannot wait, please call the duty room at { $duty }.
owner-human-held = { $holder } is with you in this conversation now. Just write on.
owner-human-claimed = Hello, { $who }. This is { $holder }. I am reading what you wrote.
owner-human-released = Another member of staff will go on from here, { $who }. One moment, please.
owner-human-back = The talk with our staff has ended, { $who }, and the automatic service is back. Write any time.
owner-human-lease-ended = It has been quiet for a while, { $who }, so the automatic service is back. { $reported ->
        [yes] Our staff keep working on what you reported.
       *[no] If there is more, write any time.
    }
owner-human-lapsed-unanswered = { CAPITAL($who) }, you are back with the automatic service: some time has passed without an answer from us. We are sorry to have kept you waiting. Our staff keep working on what you reported.
owner-human-lapsed-waiting = { CAPITAL($who) }, some time has passed without an answer from us. We are sorry to have kept you waiting. A colleague has been asked to go on.
owner-human-transferred = We have passed this on to { $department }. They will answer you here.
owner-human-album = ↪ Here are pictures in answer to this.
owner-staff-kept =
    What you wrote about our staff went to the head of the office alone. Your number is { $number }, and the head of the office will answer you.{ $talking ->
        [yes] {" "}Please write separately what is meant for the person you are talking to.
       *[no] {" "}Please write anything else separately.
    }
owner-staff-passed-on = We have passed this on to the person in charge.
button-tell-staff = Tell the person in charge
owner-human-cancelled = We have taken you out of the queue. The automatic desk answers you again.
