# What owners are told of each stage of their matter.
tickets-stage-assigned = { CAPITAL($who) }, { $holder } has taken on { $number } ({ $title }). We will look into it and let you know.
tickets-stage-assigned-managers = { CAPITAL($who) }, the head of the office has taken on { $number } ({ $title }) in person. We will look into it and let you know.
tickets-stage-investigating = { CAPITAL($who) }, we have begun to look into { $number } ({ $title }). You will hear as soon as we know more.
tickets-stage-waiting-owner = { CAPITAL($who) }, to go on with { $number } ({ $title }) we need your answer. Write it here and it reaches us at once.
tickets-stage-waiting-owner-open = { CAPITAL($who) }, we would like to go on with { $number } ({ $title }). How are things now, and is there anything else we should know? Please write it here.
tickets-stage-waiting-vendor = { CAPITAL($who) }, we are arranging a date with the contractor for { $number } ({ $title }). You will hear when it is set.
tickets-stage-deferred = { CAPITAL($who) }, we will go on with { $number } ({ $title }) { $date }. The reason: { $reason }
tickets-stage-reopened = { CAPITAL($who) }, we are looking into { $number } ({ $title }) again. You will hear as soon as we know more.
tickets-stage-merged = { CAPITAL($who) }, { $number } is about the same thing as { $other }, so we handle both as { $other } from now on.
tickets-stage-declined =
    { CAPITAL($who) }, this is what we found about { $number } ({ $title }).
    { $explanation }
    If it should be checked again, please write to us and we will.
tickets-stage-transferred = { CAPITAL($who) }, { $number } ({ $title }) is a matter for { $department }, so we have passed it on with everything you sent.
tickets-stage-done =
    { CAPITAL($who) }, { $number } ({ $title }) has been dealt with. { $words }
    If it still troubles you, please write again.

# What staff read about a move.
tickets-refused-state =
    That cannot be done with { $number } now. It is: { $state ->
        [received] received
        [assigned] assigned
        [investigating] being investigated
        [waiting_owner] waiting for the owner
        [waiting_vendor] waiting for a contractor
        [deferred] put off
        [resolved] resolved, waiting for the owner's word
        [closed] closed
        [archived] archived
        [declined] explained and closed
        [merged] merged into another
       *[withdrawn] withdrawn by the owner
    }
tickets-refused-unclaimed = Nobody has { $number } yet. Please /claim it first.
tickets-refused-held = { $holder } has { $number }.
tickets-refused-role = Only those who are allowed to can do that with { $number }.
tickets-refused-confidential = { $number } holds what somebody says about a member of staff, so it cannot go to another department: whoever it is about might read it. Please handle it yourself, and tell the department separately what it has to do.
tickets-needs-investigation = { $number } has no investigation note. Please write down with /note what you found first.
tickets-needs-conclusion = Please write the result of { $number } in words for the owner. Example: /resolve The seal was worn and has been replaced. Tell us if it drips again.
tickets-needs-explanation = Please explain { $number } in words for the owner. Example: /decline Parts inside the home are paid by the home. We are glad to check them.
tickets-needs-date = Please say on which day to come we go on with { $number }. Example: /defer 12/1 part arrives
tickets-needs-reason = Please give the reason for putting off { $number } too; the owner will read it. Example: /defer 12/1 part arrives
tickets-needs-target = Please give the number that { $number } is merged into. Example: /merge T-1042
tickets-needs-handover = Passing { $number } on needs a note. Example: /transfer facility please check the pipe
tickets-needs-proposal = No explanation waits for a confirmation at { $number }.
tickets-needs-owner-answer = { $number } can be closed on the owner's word only.
tickets-merge-unknown = { $number } was not found among this owner's matters. Please give another number of the same owner.
tickets-merge-over = { $number } is over already and nothing can be merged into it.
tickets-transfer-same = { $number } is with that department already.
tickets-transferred = ➡️ { $holder } passed { $number } to { $department }. Note: { $note }
tickets-reopened =
    🔁 { $number } is open again (round { $round }). { $held ->
        [no] Nobody has it.
       *[other] With: { $holder }
    }
    { $words }
tickets-words-changed = ✏️ The owner has changed what they wrote for { $number }: { $words }
tickets-withdrawn = The owner has withdrawn { $number }.
tickets-done-by-owner = ✅ The owner says that { $number } is solved. It is closed.
tickets-says-solved = ✅ The owner says that { $number } is solved: "{ $words }" Please check, and conclude it with the result.
tickets-deferral-over = ⏰ { $number } was put off until now. Please go on with it.
tickets-decline-proposed =
    { $holder } proposes to explain and close { $number }. Please confirm.
    The owner's words: { $words }
    The explanation for the owner: { $explanation }
tickets-proposal-old = The explanation of { $number } has changed meanwhile. Please look at the last request.
tickets-decline-asked = { $number } waits for a manager. Once confirmed, the explanation goes to the owner.
tickets-decline-confirmed = { $holder } has confirmed the explanation of { $number }. It has gone to the owner.
tickets-decline-rejected = { $holder } asks to look into { $number } further.
tickets-button-decline-yes = Confirm and send
tickets-button-decline-no = Look further
tickets-call-owner = ☎ The result of { $number } could not be delivered. Please call the owner.
tickets-holder-left = { $holder } has left, and nobody has { $number }.
