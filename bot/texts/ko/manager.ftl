manager-help =
    이 대화방에는 사람의 손이 필요한 알림이 옵니다. 확인하셨으면 알림 아래 '확인했습니다'를 눌러 주세요. 누르기 전까지 다시 알립니다.

    /queue 지금 처리 중인 일
    /report 오늘 보고 (week 이번 주, month 이번 달, 2026-11-01 2026-11-24 처럼 기간)
    /reload 운영 시간·안내 글·예문을 고친 뒤 다시 읽기

    직원에 관한 민원은 이 대화방에만 카드로 옵니다. 알림이나 카드에 답장하시면 됩니다.
manager-hint =
    이 대화방에서는 이렇게 하실 수 있습니다.
    /queue 지금 처리 중인 일 · /report 오늘 보고 · /help 모두 보기
    입주민께 전할 말은 🔒 알림이나 카드, 입주민의 글에 답장으로 적어 주세요.
manager-report =
    📊 { $first } ~ { $last }
    접수 { $received } · 처리 { $resolved } · 다시 열림 { $reopened }
    지금 처리 중 { $open } (시한 넘김 { $overdue })
    첫 답변까지(중앙값): { $response }
    해결됐다고 하심 { $solved } · 아직이라고 하심 { $notsolved }
    만족도: { $stars } ({ $ratings }건)
manager-report-unclear = 기간을 알아보지 못했습니다. /report today, /report week, /report month, /report 2026-11-01 2026-11-24 처럼 적어 주시겠어요?
manager-none = 없음
manager-queue = 지금 처리 중인 일입니다.
manager-queue-empty = 지금 처리 중인 일이 없습니다.
manager-queue-waiting = 🙋 { $who } 님이 직원을 기다리고 계십니다 ({ $lasted }째)
manager-queue-line = { $mark } { $number } { $title } · { $who } · { $department } · 담당 { $holder } · { $lasted }째
manager-queue-more = 그 밖에 { $count }건이 더 있습니다.
reply-span-today = today|오늘
reply-span-yesterday = yesterday|어제
reply-span-week = week|this week|이번주|이번 주|주간
reply-span-month = month|this month|이번달|이번 달|월간
reply-span-between = 부터|까지|에서
knowledge-asked = 안내 글과 예문을 다시 읽고 있습니다. 끝나면 알려 드리겠습니다.
knowledge-fresh = 🔄 안내 글과 예문을 새로 읽었습니다. 예문은 모두 { $examples }개입니다.
knowledge-wrong =
    ⚠️ 새로 읽지 못했습니다. 지금까지 쓰던 내용을 그대로 씁니다. 고친 뒤 /reload 를 다시 보내 주세요.
    { $problems }
knowledge-no-such-intent = '{ $intent }'라는 항목이 없습니다.
