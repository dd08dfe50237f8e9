# What the people of the office read and type.
staff-office = the management office
staff-introduced = { $name } of { $team }
staff-plain = { $words }
staff-header =
    👤 { $home } · { $name } { $verified ->
        [yes] (verified)
       *[no] (unverified)
    }
    ☎ { $phone } · { $language }
staff-header-open = Open matters: { $numbers }
staff-line-owner = 👤 { $text }
staff-owner-takes-back = { $number } The resident now says that nobody is in danger. "{ $words }" Please make sure, then conclude it.
staff-alarm-changed = { $number } The resident has changed the words of the alarm. First: "{ $before }" Now: "{ $words }" Please make sure that nobody is in danger, then conclude it.
staff-alarm-changed-kept = { $number } The resident has changed the words of the alarm. First: "{ $before }" What it says now is for the managers only. Please make sure that nobody is in danger, then conclude it.
staff-owner-safe = { $number } The resident says they are safe. "{ $words }" Please make sure, then conclude it.
staff-line-staff = 🧑‍🔧 { $text }
staff-line-bot = 🤖 { $text }
staff-media =
    { $kind ->
        [photo] [photo]
        [video] [video]
        [voice] [voice]
        [audio] [audio]
        [document] [file]
        [sticker] [sticker]
        [animation] [animation]
        [video_note] [video message]
        [location] [location]
        [contact] [contact]
        [dice] [dice]
        [poll] [poll]
       *[other] [file]
    }
staff-owner-line = 👤 { $text }
staff-owner-line-named = 👤 { $name }: { $text }
staff-hours-closed = The office is closed: the resident was told to expect an answer when it opens, { $opens }.
staff-person-wanted = 🙋 The owner asks for a person. { $reason }
staff-report-so-far =
    📝 Was reporting: { $title }
    { $words }
staff-button-claim = Claim
staff-button-claim-and-send = Claim and send
staff-button-hand-back = Hand back to the bot
staff-button-release = Release the talk
staff-claimed = { $holder } has it. What the holder writes here goes to the owner as it is. Notes begin with //.
staff-claimed-managers = { $holder } has it. What you write as a reply to the card or to the owner's words goes to the owner as it is. Notes begin with //.
staff-claimed-tap = It is yours.
staff-claimed-already = You have it already.
staff-claim-taken = { $holder } has it already.
staff-floor-elsewhere = { $holder } is talking with the owner. You have taken the matter only.
staff-not-holder =
    { $held ->
        [no] Nobody has this conversation now.
       *[other] { $holder } has this conversation.
    }
staff-released = { $holder } has released the conversation.
staff-transferred-here = ➡️ { $holder } passed the conversation to { $department }. Note: { $note }
staff-transferred-away = ➡️ { $holder } passed the conversation to { $department }. Note: { $note }
staff-handed-back = { $holder } has handed the conversation back to the bot.
staff-quiet-return = { $number } is done, so the bot answers again. The owner gets the result in due time.
staff-quiet-return-over = { $number } is over, so the bot answers again.
staff-lease-ended = It has been quiet for a while, so { $holder }'s conversation went back to the bot. Claim it again to go on.
staff-lease-ended-waiting = { $holder } has not answered, so the owner is waiting again. Please claim.
staff-not-sent = Not sent to the owner. Claim the conversation and send it?
staff-not-sent-held = Not sent to the owner. { $holder } has the conversation.
staff-sent = Sending.
staff-thanks = Confirmed.
staff-nothing-to-send = There is nothing to send: it has been sent, or is a note now.
staff-not-your-words = Only whoever wrote it can do that.
staff-only-managers = Only managers can do that.
staff-old-button = That is an old button. Please look at the newest card.
staff-card-old = The card was out of date. Please look at the refreshed one.
staff-delivered = ✔ Delivered to the owner.
staff-delivery-failed =
    ❗ Not delivered. { $reason ->
        [blocked] The owner has blocked the bot. Please call.
        [chat-gone] The owner's chat no longer exists. Please call.
        [rights] The bot lacks the right to do this.
        [kind] The owner does not accept messages of this kind.
        [too-old] The message is too old.
        [gone] The original message is gone.
       *[refused] Telegram did not accept this message.
    }
staff-managers-out-of-reach = ❗ There is something for the managers, and none of them can be written to at the moment. Please ask them to press Start in a chat with the bot.
staff-mirror-failed =
    ❗ Something that the owner sent could not be copied: { $kind ->
        [text] a message
        [photo] a photo
        [video] a video
        [voice] a voice message
       *[other] a file
    }. Please ask for it again.
staff-cannot-show =
    🖼 The owner sent { $kind ->
        [photo] a photo
        [video] a video
        [voice] a voice message
       *[other] a file
    }. The bot has no right to post it in this group, so it cannot be shown here.
staff-retracted = ↩ Deleted from the owner's chat.
staff-retract-failed = ❗ It could not be deleted. Messages older than 48 hours stay.
staff-became-note = It is a note now and is taken back from the owner.
staff-note-stays = A note stays a note. Write a new message to send something to the owner.
staff-note-first = 📝 Kept as the investigation note of { $number }.
staff-note-added = 📝 Noted for { $number }.
staff-note-kept = 📝 Noted. It does not go to the owner.
staff-note-empty = Please write what to note. Example: /note checked the pipe upstairs
staff-note-inside = Nothing was done: a line that begins with / stands in words that the owner will read. Please write notes by themselves and send the rest again.
staff-edited-command = An edited command is not carried out again. Please send it anew.
staff-unknown-command = I do not know that command, so nothing went to the owner. See /help.
staff-prompt =
    { $command ->
        [note] 📝 { $holder }, please reply to this with the investigation note{ $number ->
                [none] {""}
               *[other] {" "}for { $number }
            }. It does not go to the owner.
        [resolve] ✍ { $holder }, please reply to this with the result of { $number } in words for the owner: cause, what was done, what next.
        [decline] ✍ { $holder }, please reply to this with why { $number } cannot be done, in words for the owner.
        [defer] ✍ { $holder }, please reply with the day and the reason for putting off { $number }. Example: 12/1 part arrives
        [defer-why] ✍ { $holder }, please answer with why { $number } is put off; the owner will read it. Example: part arrives
        [transfer] ✍ { $holder }, please reply with the hand-over note{ $number ->
                [none] {""}
               *[other] {" "}for { $number }
            }.
       *[other] ✍ { $holder }, please reply with the words.{ $number ->
                [none] {""}
               *[other] {" "}{ $number }
            }
    }
staff-prompt-over = That question is over already. Your words went nowhere. Please begin again with a button of the card or a command.
staff-prompt-dropped = Cancelled. Nothing was changed.
staff-person-not-wanted = The resident no longer asks for a person.
staff-person-about = 📌 What the owner who waits wants: { $title }
staff-resolve-fuller = ✍ { $holder }, the owner will not learn from that what was done about { $number }. Please answer with a sentence: cause, measure, what next. Example: The seal was worn and has been replaced. Tell us if it drips again.
staff-button-as-it-is = Send it as it is
staff-which-ticket = Which matter is it?
staff-which-department = Which department should { $number } go to?
staff-which-target = Which matter is { $number } merged into?
staff-no-open-ticket = No matter is open in this conversation.
staff-transfer-where = Please give the department and a note. Example: /transfer facility please check the pipe (departments: { $departments })
staff-wait-whom = Please say whom we wait for: /wait owner or /wait vendor
staff-wait-unasked = 📝 You sent no question, so the owner was only asked how things are now. To ask something else, write it without a command.
staff-wait-note = 📝 What you added is a note and does not go to the owner. To ask them something, write it without a command.
staff-defer-when = Please give a day and a reason. Examples: /defer 12/1 part arrives, /defer tomorrow visit agreed, /defer 3d drying
staff-defer-too-far = A matter can be put off for two years at most.
staff-merge-what = Please give the number to merge into. Example: /merge T-1042
staff-undo-what = Reply with /undo to the message that should be taken back. Only what went to the owner can be.
staff-undo-not-yours = Only whoever wrote it, or has the conversation, can take it back.
staff-undo-done = It has been taken back already.
staff-anonymous = As an anonymous admin nobody knows who you are, so you cannot be staff here. Please switch off "Remain anonymous" in the group's settings.
staff-topic-twice = ⚠ It is unclear whether the topic "{ $name }" was made, so it is made again. If an empty one is left, please delete it.
staff-no-topic =
    ❗ The topic "{ $name }" could not be made. { $reason ->
        [rights] Please give the bot the right to manage topics.
       *[other] Please check that the staff group has topics and that the bot is an administrator there.
    } It is tried again every 5 minutes. Nothing that was written is lost.
staff-group-barred =
    ❗ The bot cannot write in the office's group ({ $chat }): it was removed, or lost its rights. Owners go on writing, and nobody in that group sees it.
    Please add the bot to the group again and make it an administrator. Everything is kept and follows in order by itself.
staff-group-no-pictures =
    ❗ In the office's group ({ $chat }) the bot can write, but not send photos or files. Nobody in that group sees the pictures that owners send.
    Please make the bot an administrator of the group.
staff-group-mended = ✅ The bot can write in the office's group again. { $late ->
        [false] Nothing was waiting.
       *[true] What has waited since { $since } follows now, in its order.
    }
staff-manager-reply = It is unclear which matter is meant. Please reply to a 🔒 alert, its card or the owner's words.
staff-help-topic =
    Commands in this topic
    /claim · /release · /bot hand back to the bot
    /note TEXT (or //TEXT) · the first one is the investigation note
    /resolve RESULT · /decline EXPLANATION
    /wait owner|vendor note · /defer DATE reason
    /transfer DEPARTMENT note · /merge NUMBER
    /undo as a reply to what you sent
    What the holder simply writes goes to the owner.
staff-help-general =
    Commands here
    /queue who waits, and what nobody has
    /mine what I have · /overdue what is late
    /find number, unit, name or words
    /duty on|off
staff-queue-title = Waiting: { $count }
staff-queue-none = Nobody is waiting and every matter has somebody.
staff-queue-person = 🙋 { $place }. { $owner } · { $lasted } { $link }
staff-mine-title = Yours: { $count }
staff-mine-none = You have nothing in hand.
staff-mine-talk = 💬 talking with { $owner } { $link }
staff-overdue-title = Late: { $count }
staff-overdue-none = Nothing is late.
staff-found-title = Found: { $count }
staff-found-none = Nothing found. Search by number, unit, name or words.
staff-find-what = Please say what to look for. Example: /find 101-1203
staff-list-ticket = • { $number } { $title } · { $owner } · { $department } · with { $holder } · { $state } { $link }
staff-duty-on = { $holder } is on duty.
staff-duty-off = { $holder } is off duty.
staff-duty-how = Please write /duty on or /duty off.

# What people type; words separated by "|".
reply-command-claim = take
reply-command-release = drop
reply-command-transfer = pass
reply-command-note = memo
reply-command-wait = hold
reply-command-defer = postpone
reply-command-resolve = solved
reply-command-decline = reject
reply-command-merge = join
reply-command-bot = back
reply-command-undo = retract
reply-command-help = commands
reply-command-queue = waiting
reply-command-mine = my
reply-command-overdue = late
reply-command-find = search
reply-command-duty = shift
reply-wait-owner = owner|resident
reply-wait-vendor = vendor|contractor
reply-on = on
reply-off = off
reply-date-today = today
reply-date-tomorrow = tomorrow
reply-date-after = overmorrow
reply-date-days = d|day|days
reply-date-weeks = w|week|weeks
reply-date-year = y
reply-date-month = m
reply-date-day = d
reply-date-next-week = next week|next week on
reply-bare-conclusion = the issue|issue|the problem|problem|it|this|is|has been|was|all|now|done|fixed|completed|complete|resolved|solved|finished|closed|repaired|ok|okay
reply-time-morning = am|a.m.
reply-time-afternoon = pm|p.m.
reply-time-hour = o'clock|h
reply-time-minute = min
reply-time-half = half
reply-time-before = at|by|from
reply-time-behind = ,
