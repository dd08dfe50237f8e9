# What owners read when a person is asked for, comes and goes.
owner-human-queued =
    { $who }, 담당 직원에게 전했습니다. { NTH($position) } 순서입니다. { $wait ->
        [known] 보통 { $lasts } 안에 답을 드립니다.
       *[none] 순서가 되면 바로 여기로 답을 드립니다.
    }
    기다리시는 동안 적어 주시는 내용도 그대로 전합니다. 급한 일은 { JOSA($duty, "으로/로") } 전화해 주세요.
duration-minutes = { $count }분
duration-hours = 약 { $count }시간
duration-days = 약 { $count }일
owner-human-closed =
    { $who }, 지금은 관리사무소 운영 시간이 아닙니다. { $opens }에 문을 열면 담당 직원이 답을 드립니다.
    그때까지 적어 주시는 내용은 그대로 전합니다. 기다리기 어려운 일은 당직실 { JOSA($duty, "으로/로") } 전화해 주세요.
owner-human-held = { $holder } 직원이 지금 이 대화를 보고 있습니다. 그대로 적어 주세요.
owner-human-claimed = 안녕하세요, { $who }. { $holder }입니다. 적어 주신 내용을 보고 있습니다.
owner-human-released = { $who }, 다른 직원이 이어서 답을 드리도록 전했습니다. 잠시만 기다려 주세요.
owner-human-back = { $who }, 직원과의 대화를 마치고 자동 안내로 돌아왔습니다. 궁금한 점은 언제든 적어 주세요.
owner-human-lease-ended = { $who }, 한동안 말씀이 없어 자동 안내로 돌아왔습니다. { $reported ->
        [yes] 접수된 일은 담당 직원이 계속 살펴봅니다.
       *[no] 더 하실 말씀이 있으면 언제든 적어 주세요.
    }
owner-human-lapsed-unanswered = { $who }, 답을 드리지 못한 채 시간이 지나 자동 안내로 돌아왔습니다. 기다리시게 해서 죄송합니다. 접수된 일은 담당 직원이 계속 살펴봅니다.
owner-human-lapsed-waiting = { $who }, 답을 드리지 못한 채 시간이 지났습니다. 기다리시게 해서 죄송합니다. 다른 직원이 이어서 답을 드리도록 전했습니다.
owner-human-transferred = { $department }에 말씀을 전했습니다. 담당 직원이 이어서 답을 드립니다.
owner-human-album = ↪ 이 말씀에 대한 답으로 사진을 보내 드립니다.
owner-staff-kept =
    직원에 관한 말씀은 관리소장에게만 전했습니다. 접수번호는 { $number }입니다. 관리소장이 확인하고 답을 드립니다.{ $talking ->
        [yes] {" "}담당 직원에게 하실 말씀은 따로 적어 주세요.
       *[no] {" "}다른 내용은 따로 적어 주세요.
    }
owner-staff-passed-on = 이 말씀을 담당 직원에게 전했습니다.
button-tell-staff = 담당 직원에게 전하기
owner-human-cancelled = 직원 연결을 취소했습니다. 자동 안내로 돌아왔습니다.
