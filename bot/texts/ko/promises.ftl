# What was promised about a matter, what is late, and what is said about it unasked.
promise-late-first = { $time }까지 먼저 연락드리기로 했는데 아직 연락드리지 못했습니다. 기다리시게 해서 죄송합니다.
promise-visit = { $time }에 이어서 진행하기로 했습니다.
promise-late-visit = { $time }에 이어서 진행하기로 했는데 아직 소식을 드리지 못했습니다. 기다리시게 해서 죄송합니다.
promise-late-result = { $time }까지 결과를 알려 드리려 했는데 늦어지고 있습니다. 기다리시게 해서 죄송합니다.
promise-asked = 기다리고 계신다고 { $department }에 다시 전했습니다. 급하시면 { JOSA($phone, "으로/로") } 전화해 주세요.
promise-short-first = { $time }까지 먼저 연락
promise-short-visit = { $time }에 이어서 진행
promise-short-result = { $time }까지 결과 목표
promise-short-late = { $time }까지였으나 늦어지고 있음
late-first =
    { $who }, { $number }({ $title }) 건으로 { $time }까지 연락드리기로 했는데 아직 연락드리지 못했습니다. 기다리시게 해서 죄송합니다.
    { $department }에 다시 알렸습니다. { $again }까지 어떻게 되어 가는지 여기에 알려 드리겠습니다. 급하시면 { JOSA($phone, "으로/로") } 전화해 주세요.
late-first-again =
    { $who }, { $number }({ $title }) 건은 아직 살펴볼 직원이 정해지지 않았습니다. 거듭 죄송합니다.
    관리소장에게도 알렸고, 직원이 정해지면 바로 여기에 알려 드립니다. 기다리기 어려우시면 { JOSA($phone, "으로/로") } 전화해 주세요.
late-visit =
    { $who }, { $number }({ $title }) 건은 { $time }에 이어서 진행하기로 했는데 아직 소식을 드리지 못했습니다. 기다리시게 해서 죄송합니다.
    { $department }에 다시 알렸습니다. 급하시면 { JOSA($phone, "으로/로") } 전화해 주세요.
late-dispatch =
    { $who }, { $number }({ $title }) 건은 아직 처리했다는 답을 받지 못했습니다. 기다리시게 해서 죄송합니다.
    { $department }에 다시 알렸습니다. 급하시면 { JOSA($phone, "으로/로") } 전화해 주세요.
late-emergency =
    { $number }({ $title }): 아직 당직자의 답을 받지 못했습니다.
    당직실 { JOSA($duty, "으로/로") } 바로 전화해 주세요.
    위험하면 119에 신고하세요.
late-person =
    { $who }, 오래 기다리시게 해서 죄송합니다. 아직 답을 드릴 직원이 나지 않았습니다. 지금 { $position }번째 순서입니다.
    직원들에게 다시 알렸습니다. { $again }까지 어떻게 되어 가는지 알려 드리겠습니다. 급하시면 { JOSA($phone, "으로/로") } 전화해 주세요.
late-person-again =
    { $who }, 아직 답을 드릴 직원이 나지 않았습니다. 거듭 죄송합니다. 관리소장에게도 알렸고, 순서가 되면 바로 여기로 답을 드립니다.
    기다리기 어려우시면 { JOSA($phone, "으로/로") } 전화해 주세요.

# What staff read about it.
tickets-owner-asks = ⏰ 입주민이 { $number } 건이 언제 되는지 물었습니다. { $time }까지라고 안내한 일입니다. 먼저 연락해 주세요.
tickets-told-late = ⏰ { $number } 건이 늦어진다고 입주민께 알렸습니다. { $again }까지 연락해 주세요.
staff-told-late = ⏰ 답이 늦어진다고 입주민께 알렸습니다. { $again }까지 맡아 주세요.

# What people write who wait; phrases separated by "|". "anywhere": counts wherever it stands in a short message.
reply-asks-when-anywhere = 언제 오|언제 와|언제 온|언제 쯤|언제쯤|언제 되|언제 돼|언제 처리|언제 고쳐|언제까지 기다|몇 시에 오|몇시에 오|왜 안 오|왜 안 와|안 오시|안 오네|안 오나|안 와요|안 왔어요|아무도 안 오|아무도 안 와|얼마나 더 기다|얼마나 기다|더 기다려야|연락이 없|연락 없|연락도 없|연락이 안 오|연락 안 오|연락 준다|연락 주신다|연락한다더니|소식이 없|소식 없|답이 없|답변이 없|답도 없|답장이 없
reply-anybody-there-anywhere = 아무도 없|아무도 안 계|누구 없|누구 안 계|계세요|계신가요|계십니까|거기 누구|언제 답|왜 답|답 없|답 안|읽고 있|보고 있나|보고 계|사람 있
reply-goes-on-anywhere = 아직도|아직 그|여전히|계속|또 그|또 새|또 떨어|또 나|더 심해|점점 더|그대로예요|그대로에요|그대로입니다|똑같아요|안 고쳐
