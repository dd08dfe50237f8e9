manager-help =
    Alerts that need a person come here. Tap "Seen" under an alert once you have read it; until then it comes again.

    /queue what is open now
    /report today's report (week, month, or two dates: 2026-11-01 2026-11-24)
    /reload read opening hours, answers and examples anew after a change

    Complaints about members of staff come to this chat only, as cards. Reply to the alert or the card to answer.
manager-hint =
    Here you can use:
    /queue what is open now · /report today's report · /help everything
    What is for an owner: write it as a reply to a 🔒 alert, a card or the owner's words.
manager-report =
    📊 { $first } to { $last }
    received { $received } · solved { $resolved } · reopened { $reopened }
    open now { $open } (overdue { $overdue })
    first response (median): { $response }
    said solved { $solved } · said not yet { $notsolved }
    satisfaction: { $stars } ({ $ratings } ratings)
manager-report-unclear = The dates could not be read. Please write /report today, /report week, /report month or /report 2026-11-01 2026-11-24.
manager-none = none
manager-queue = Open now:
manager-queue-empty = Nothing is open now.
manager-queue-waiting = 🙋 { $who } is waiting for a person ({ $lasted })
manager-queue-line = { $mark } { $number } { $title } · { $who } · { $department } · with { $holder } · { $lasted }
manager-queue-more = and { $count } more.
reply-span-today = today
reply-span-yesterday = yesterday
reply-span-week = week|this week
reply-span-month = month|this month
reply-span-between = to|until|and
knowledge-asked = Reading answers and examples anew. You will hear when that is done.
knowledge-fresh = 🔄 Answers and examples are fresh; { $examples } examples in all.
knowledge-wrong =
    ⚠️ They could not be read anew; the desk goes on with what it had. Mend this and send /reload again.
    { $problems }
knowledge-no-such-intent = There is no intent called "{ $intent }".
