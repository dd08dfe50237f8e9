# What the people of the office read and type.
staff-office = 관리사무소
staff-introduced = { $team } { $name }
staff-plain = { $words }
staff-header =
    👤 { $home } · { $name } { $verified ->
        [yes] (확인됨)
       *[no] (미확인)
    }
    ☎ { $phone } · { $language }
staff-header-open = 진행 중인 접수: { $numbers }
staff-line-owner = 👤 { $text }
staff-owner-takes-back = { $number } 입주민님이 이제 위험하지 않다고 하십니다. "{ $words }" 확인한 뒤 마무리해 주세요.
staff-alarm-changed = { $number } 입주민님이 신고하신 글을 고치셨습니다. 처음: "{ $before }" 지금: "{ $words }" 위험이 없는지 확인한 뒤 마무리해 주세요.
staff-alarm-changed-kept = { $number } 입주민님이 신고하신 글을 고치셨습니다. 처음: "{ $before }" 고치신 글은 관리소장만 볼 수 있습니다. 위험이 없는지 확인한 뒤 마무리해 주세요.
staff-owner-safe = { $number } 입주민님이 무사하다고 하십니다. "{ $words }" 확인한 뒤 마무리해 주세요.
staff-line-staff = 🧑‍🔧 { $text }
staff-line-bot = 🤖 { $text }
staff-media =
    { $kind ->
        [photo] [사진]
        [video] [동영상]
        [voice] [음성]
        [audio] [소리 파일]
        [document] [파일]
        [sticker] [스티커]
        [animation] [움직이는 그림]
        [video_note] [영상 메시지]
        [location] [위치]
        [contact] [연락처]
        [dice] [주사위]
        [poll] [투표]
       *[other] [파일]
    }
staff-owner-line = 👤 { $text }
staff-owner-line-named = 👤 { $name }: { $text }
staff-hours-closed = 운영 시간이 아니어서, { $opens }에 문을 열면 답을 드린다고 안내했습니다.
staff-person-wanted = 🙋 입주민이 직원과 이야기하고 싶어 합니다. { $reason }
staff-report-so-far =
    📝 적던 접수: { $title }
    { $words }
staff-button-claim = 맡기
staff-button-claim-and-send = 맡고 보내기
staff-button-hand-back = 자동 안내로
staff-button-release = 대화 내려놓기
staff-claimed = { $holder } 님이 맡았습니다. 맡은 사람이 여기에 쓰는 글은 입주민께 그대로 나갑니다. 메모는 //로 시작해 주세요.
staff-claimed-managers = { $holder } 님이 맡았습니다. 카드나 입주민의 글에 답장으로 쓰시면 입주민께 그대로 나갑니다. 메모는 //로 시작해 주세요.
staff-claimed-tap = 맡으셨습니다.
staff-claimed-already = 이미 맡고 계십니다.
staff-claim-taken = 이미 { $holder } 님이 맡았습니다.
staff-floor-elsewhere = 대화는 { $holder } 님이 하고 있습니다. 접수 건만 맡았습니다.
staff-not-holder =
    { $held ->
        [no] 지금 이 대화를 맡은 사람이 없습니다.
       *[other] 이 대화는 { $holder } 님이 맡고 있습니다.
    }
staff-released = { $holder } 님이 대화를 내려놓았습니다.
staff-transferred-here = ➡️ { $holder } 님이 { JOSA($department, "으로/로") } 대화를 넘겼습니다. 인계: { $note }
staff-transferred-away = ➡️ { $holder } 님이 { JOSA($department, "으로/로") } 대화를 넘겼습니다. 인계: { $note }
staff-handed-back = { $holder } 님이 대화를 자동 안내로 돌렸습니다.
staff-quiet-return = { $number } 처리를 마쳐 대화를 자동 안내로 돌렸습니다. 결과는 정해진 시간에 입주민께 나갑니다.
staff-quiet-return-over = { $number } 건이 끝나 대화를 자동 안내로 돌렸습니다.
staff-lease-ended = 한동안 대화가 없어 { $holder } 님의 대화를 자동 안내로 돌렸습니다. 이어서 말하려면 다시 맡아 주세요.
staff-lease-ended-waiting = { $holder } 님이 답하지 않아 입주민이 다시 기다립니다. 맡아 주세요.
staff-not-sent = 입주민께 보내지 않았습니다. 이 대화를 맡고 보낼까요?
staff-not-sent-held = 입주민께 보내지 않았습니다. 대화는 { $holder } 님이 맡고 있습니다.
staff-sent = 보냅니다.
staff-thanks = 확인했습니다.
staff-nothing-to-send = 보낼 글이 없습니다. 이미 보냈거나 메모로 바뀌었습니다.
staff-not-your-words = 그 글을 쓴 사람만 할 수 있습니다.
staff-only-managers = 관리자만 할 수 있습니다.
staff-old-button = 지난 버튼입니다. 최신 카드를 봐 주세요.
staff-card-old = 그 사이에 카드가 바뀌었습니다. 새로 고친 카드를 봐 주세요.
staff-delivered = ✔ 입주민께 전달했습니다.
staff-delivery-failed =
    ❗ 전달되지 않았습니다. { $reason ->
        [blocked] 입주민이 봇을 차단했습니다. 전화로 알려 주세요.
        [chat-gone] 입주민의 대화방이 없어졌습니다. 전화로 알려 주세요.
        [rights] 봇에게 권한이 없습니다.
        [kind] 입주민이 이런 종류의 메시지를 받지 않도록 설정했습니다.
        [too-old] 너무 오래된 메시지입니다.
        [gone] 원래 메시지가 없어졌습니다.
       *[refused] 텔레그램이 이 메시지를 받지 않았습니다.
    }
staff-managers-out-of-reach = ❗ 관리소장에게 전할 글이 있는데 지금은 전할 수 없습니다. 봇과의 대화에서 ‘시작’을 눌러 달라고 관리소장에게 말씀해 주세요.
staff-mirror-failed =
    ❗ 입주민이 보낸 것을 옮기지 못했습니다: { $kind ->
        [text] 글
        [photo] 사진
        [video] 동영상
        [voice] 음성
       *[other] 파일
    }. 다시 보내 달라고 부탁해 주세요.
staff-cannot-show =
    🖼 입주민이 { $kind ->
        [photo] 사진을
        [video] 동영상을
        [voice] 음성을
       *[other] 파일을
    } 보냈습니다. 봇에게 이 그룹에 올릴 권한이 없어 여기에 보여 드리지 못합니다.
staff-retracted = ↩ 입주민 대화방에서 이 글을 지웠습니다.
staff-retract-failed = ❗ 지우지 못했습니다. 보낸 지 48시간이 지난 메시지는 지울 수 없습니다.
staff-became-note = 메모로 바뀌었습니다. 입주민께 보낸 글은 거둡니다.
staff-note-stays = 메모는 고쳐도 메모입니다. 입주민께 보내려면 새로 써 주세요.
staff-note-first = 📝 { $number }의 조사 기록으로 남겼습니다.
staff-note-added = 📝 { $number }에 메모했습니다.
staff-note-kept = 📝 메모했습니다. 입주민께는 가지 않습니다.
staff-note-empty = 메모할 내용을 적어 주세요. 예: /note 윗집 배관 확인함
staff-note-inside = 입주민이 읽을 글에 /로 시작하는 메모가 들어 있어 그대로 두었습니다. 메모는 따로 적고 다시 보내 주세요.
staff-edited-command = 고친 명령은 다시 실행되지 않습니다. 새로 보내 주세요.
staff-unknown-command = 모르는 명령이라 입주민께 보내지 않았습니다. /help 로 쓸 수 있는 명령을 볼 수 있습니다.
staff-prompt =
    { $command ->
        [note] 📝 { $holder } 님,{ $number ->
                [none] {""}
               *[other] {" "}{ $number }
            } 조사 메모를 이 글에 답장으로 적어 주세요. 입주민께는 가지 않습니다.
        [resolve] ✍ { $holder } 님, { $number }의 결과를 입주민이 읽을 말로 이 글에 답장해 주세요. 원인·조치·다음 순서로 적으면 좋습니다.
        [decline] ✍ { $holder } 님, { $number } 건을 왜 처리할 수 없는지 입주민이 읽을 말로 이 글에 답장해 주세요.
        [defer] ✍ { $holder } 님, { $number } 건을 언제로 미루는지, 왜 미루는지 답장해 주세요. 예: 12/1 부품 도착
        [defer-why] ✍ { $holder } 님, { $number } 건을 왜 미루는지 답장해 주세요. 입주민께 그대로 알려 드립니다. 예: 부품 도착
        [transfer] ✍ { $holder } 님,{ $number ->
                [none] {""}
               *[other] {" "}{ $number }
            } 인계 내용을 답장으로 적어 주세요.
       *[other] ✍ { $holder } 님, 내용을 답장으로 적어 주세요.{ $number ->
                [none] {""}
               *[other] {" "}{ $number }
            }
    }
staff-prompt-over = 이미 끝난 물음입니다. 적으신 말씀은 전하지 않았습니다. 카드의 버튼이나 명령으로 다시 시작해 주세요.
staff-prompt-dropped = 취소했습니다. 아무것도 바뀌지 않았습니다.
staff-person-not-wanted = 입주민이 직원과의 대화를 취소했습니다.
staff-person-about = 📌 기다리는 입주민의 용건: { $title }
staff-resolve-fuller = ✍ { $holder } 님, 그대로는 { $number } 건에 무엇을 했는지 입주민이 알 수 없습니다. 원인·조치·다음을 한 문장으로 답장해 주세요. 예: 패킹이 닳아 교체했습니다. 또 새면 알려 주세요.
staff-button-as-it-is = 그대로 보내기
staff-which-ticket = 어느 접수 건인가요?
staff-which-department = { $number } 건을 어느 부서로 넘길까요?
staff-which-target = { $number } 건을 어느 건과 합칠까요?
staff-no-open-ticket = 이 대화에는 진행 중인 접수 건이 없습니다.
staff-transfer-where = 넘길 부서와 인계 내용을 적어 주세요. 예: /transfer 시설팀 배관 점검 부탁드립니다 (부서: { $departments })
staff-wait-whom = 누구를 기다리는지 적어 주세요: /wait owner (입주민) 또는 /wait vendor (업체)
staff-wait-unasked = 📝 질문을 보내지 않으셔서, 입주민께는 지금 어떤지만 여쭸습니다. 따로 여쭐 것은 명령 없이 적어 주세요.
staff-wait-note = 📝 덧붙인 말은 메모라서 입주민께는 가지 않습니다. 입주민께 물어볼 것은 명령 없이 적어 주세요.
staff-defer-when = 날짜와 이유를 적어 주세요. 예: /defer 12/1 부품 도착, /defer 25일 부품 도착, /defer 금요일 방문 약속, /defer 3일 뒤 건조 확인
staff-defer-too-far = 오늘부터 2년 안의 날짜로만 미룰 수 있습니다.
staff-merge-what = 합칠 접수번호를 적어 주세요. 예: /merge T-1042
staff-undo-what = 거둘 글에 답장으로 /undo 를 써 주세요. 입주민께 간 글만 거둘 수 있습니다.
staff-undo-not-yours = 그 글을 쓴 사람이나 대화를 맡은 사람만 거둘 수 있습니다.
staff-undo-done = 이미 거둔 글입니다.
staff-anonymous = 익명 관리자로 쓰면 누가 썼는지 알 수 없어 직원으로 볼 수 없습니다. 그룹 설정에서 '익명으로 남기'를 꺼 주세요.
staff-topic-twice = ⚠ '{ $name }' 토픽이 만들어졌는지 확인하지 못해 새로 만듭니다. 빈 토픽이 있으면 지워 주세요.
staff-no-topic =
    ❗ '{ $name }' 토픽을 만들지 못했습니다. { $reason ->
        [rights] 봇에게 '토픽 관리' 권한을 주세요.
       *[other] 직원 그룹에 토픽이 켜져 있는지, 봇이 관리자인지 확인해 주세요.
    } 5분마다 다시 해 봅니다. 그동안의 글은 모두 보관합니다.
staff-group-barred =
    ❗ 직원 그룹({ $chat })에 봇이 글을 쓸 수 없습니다. 봇이 그룹에서 나갔거나 권한이 없어졌습니다. 입주민이 보내는 글을 지금 그 그룹에서는 아무도 볼 수 없습니다.
    봇을 그룹에 다시 넣고 관리자로 지정해 주세요. 그동안의 글은 모두 보관했다가 순서대로 옮깁니다.
staff-group-no-pictures =
    ❗ 직원 그룹({ $chat })에 봇이 글은 쓸 수 있지만 사진이나 파일은 올릴 수 없습니다. 입주민이 보내는 사진을 지금 그 그룹에서는 아무도 볼 수 없습니다.
    봇을 그룹의 관리자로 지정해 주세요.
staff-group-mended = ✅ 직원 그룹에 봇이 다시 글을 쓸 수 있습니다. { $late ->
        [false] 밀린 글은 없습니다.
       *[true] { $since }부터 밀린 글을 이제 순서대로 옮깁니다.
    }
staff-manager-reply = 어느 건인지 알 수 없습니다. 🔒 알림이나 카드, 입주민의 글에 답장으로 적어 주세요.
staff-help-topic =
    이 토픽에서 쓸 수 있는 명령
    /claim 맡기 · /release 내려놓기 · /bot 자동 안내로
    /note 내용 (또는 //내용) 메모 · 첫 메모가 조사 기록
    /resolve 결과 · /decline 설명
    /wait owner|vendor 메모 · /defer 날짜 이유
    /transfer 부서 내용 · /merge 번호
    /undo 보낸 글에 답장으로
    맡은 사람이 그냥 쓰는 글은 입주민께 갑니다.
staff-help-general =
    여기서 쓸 수 있는 명령
    /queue 기다리는 입주민과 접수
    /mine 내가 맡은 일 · /overdue 시한을 넘긴 접수
    /find 번호·동호수·이름·내용
    /duty on|off 근무 시작과 끝
staff-queue-title = 기다리는 일 { $count }건
staff-queue-none = 기다리는 입주민도, 아직 아무도 맡지 않은 접수도 없습니다.
staff-queue-person = 🙋 { $place }. { $owner } · { $lasted }째 { $link }
staff-mine-title = 맡은 일 { $count }건
staff-mine-none = 지금 맡은 일이 없습니다.
staff-mine-talk = 💬 { $owner } 님과 대화 중 { $link }
staff-overdue-title = 시한을 넘긴 접수 { $count }건
staff-overdue-none = 시한을 넘긴 접수가 없습니다.
staff-found-title = 찾은 접수 { $count }건
staff-found-none = 찾은 접수가 없습니다. 접수번호, 동·호수, 이름, 내용으로 찾을 수 있습니다.
staff-find-what = 찾을 말을 적어 주세요. 예: /find 101-1203
staff-list-ticket = • { $number } { $title } · { $owner } · { $department } · 담당 { $holder } · { $state } { $link }
staff-duty-on = { $holder } 님, 근무 중으로 표시했습니다.
staff-duty-off = { $holder } 님, 근무를 마친 것으로 표시했습니다.
staff-duty-how = /duty on 또는 /duty off 로 적어 주세요.

# What people type; words separated by "|".
reply-command-claim = 맡기|맡음|담당
reply-command-release = 놓기|내려놓기
reply-command-transfer = 전달|넘기기|이관
reply-command-note = 메모
reply-command-wait = 대기
reply-command-defer = 미루기|연기
reply-command-resolve = 해결|완료|처리
reply-command-decline = 불가|설명
reply-command-merge = 합치기|병합
reply-command-bot = 봇|자동
reply-command-undo = 취소|회수
reply-command-help = 도움|도움말
reply-command-queue = 대기열|목록
reply-command-mine = 내담당|내것
reply-command-overdue = 지연|늦음
reply-command-find = 찾기|검색
reply-command-duty = 근무
reply-wait-owner = 입주민|주민|고객
reply-wait-vendor = 업체|외주|협력업체
reply-on = 켜기|시작|출근
reply-off = 끄기|끝|퇴근
reply-date-today = 오늘
reply-date-tomorrow = 내일
reply-date-after = 모레
reply-date-days = 일 뒤|일뒤|일 후|일후|일간|일 동안
reply-date-weeks = 주|주 뒤|주뒤|주 후|주후
reply-date-year = 년
reply-date-month = 월
reply-date-day = 일|일에|일까지
reply-date-next-week = 다음주|다음 주|담주|담 주
reply-bare-conclusion = 처리완료|처리|완료|해결|조치|수리|고침|고쳤습니다|고쳤어요|끝|끝났습니다|종료|종결|확인|했습니다|하였습니다|했어요|함|됐습니다|되었습니다|됐어요|됨|입니다|이에요|네|예|다|이상 없음|이상없음
reply-time-morning = 오전|아침|새벽
reply-time-afternoon = 오후|낮|저녁|밤
reply-time-hour = 시
reply-time-minute = 분
reply-time-half = 반
reply-time-before = 약
reply-time-behind = 에|까지|쯤|경|부터|에는
