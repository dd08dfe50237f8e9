# The card of a matter.
cards-title =
    { $priority ->
        [urgent] 🚨
        [high] ❗
       *[other] 📋
    } { $number } { $title }
cards-state = State: { $state } · { $department } · with: { $holder }
cards-state-name =
    { $state ->
        [received] received
        [assigned] assigned
        [investigating] being investigated
        [waiting_owner] waiting for the owner
        [waiting_vendor] waiting for a contractor
        [deferred] put off { $until }
        [resolved] resolved, waiting for the owner's word
        [closed] closed
        [archived] archived
        [declined] explained and closed
        [merged] merged into another
       *[withdrawn] withdrawn by the owner
    }
cards-nobody = nobody
cards-owner =
    { $home } { $name } { $verified ->
        [yes] (verified)
       *[no] (unverified)
    } · ☎ { $phone }
cards-language = 🌐 The owner reads: { $language }
cards-where = Where: { $where }
cards-since = Since: { $since }
cards-words = “{ $words }”
cards-attachments = 📎 { $count } photos or files
cards-round = 🔁 round { $round }
cards-linked = Earlier matter: { $number }
cards-merged = Merged into { $number }
cards-investigation = Investigation: { $note }
cards-proposed = Explanation that waits for a manager: { $text }
cards-conclusion = Result: { $text }
cards-moved = { $number } has gone to another department.
cards-move-claim = Claim
cards-move-done = Solved
cards-move-note = Investigation note
cards-move-resolve = Resolve
cards-move-resume = Go on
cards-move-wait-owner = Wait for owner
cards-move-wait-vendor = Wait for contractor
cards-move-defer = Put off
cards-move-propose-decline = Explain and close
cards-move-decline = Explain and close
cards-move-merge = Merge
cards-move-transfer = Transfer
cards-move-release = Release
cards-move-reopen = Reopen
