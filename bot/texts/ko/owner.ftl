language-name = 한국어
owner-choose-language = 사용하실 언어를 골라 주세요.
owner-language-set = 앞으로 한국어로 안내해 드립니다.
owner-welcome =
    안녕하세요. { $office }의 대화 창구 '해답'입니다.
    궁금한 점은 평소 말씀하시듯 적어 주세요. 불편한 점은 접수해서 담당 부서에 전하고, 결과까지 알려 드립니다.
owner-privacy =
    ■ 개인정보 안내
    • 받는 것: 동·호수, 성함, 연락처, 보내 주신 글과 사진
    • 쓰는 곳: 민원 처리와 결과 안내
    • 보관: 처리가 끝난 뒤 3년까지, 그 뒤 지웁니다
    • 보는 사람: { $seen_by ->
        [managers] 이 일은 관리소장만 봅니다
       *[staff] 관리사무소 직원뿐입니다
    }
owner-consent-ask = 동의하지 않으셔도 질문과 긴급 신고는 하실 수 있습니다. 동의하시겠어요?
owner-consented = 고맙습니다. 무엇을 도와드릴까요? 그냥 적어 주시거나 아래에서 골라 주세요.
owner-not-consented = 알겠습니다. 질문과 긴급 신고는 그대로 하실 수 있습니다. 민원을 접수하실 때 다시 여쭙겠습니다.
owner-welcome-back = { $who }, 다시 뵙네요. 무엇을 도와드릴까요?
owner-first-hello = 처음 오셨군요. 이 대화는 { JOSA($office, "이/가") } 운영합니다. 언어를 바꾸거나 개인정보 안내를 보시려면 /start 를 눌러 주세요.
owner-help =
    이렇게 적어 보세요.
    • "관리비 언제까지 내요?" 같은 질문
    • "천장에서 물이 새요" 같은 불편 신고 (사진도 됩니다)
    • "불났어요", "승강기에 갇혔어요" 같은 긴급 상황은 언제든 바로

    /tickets 접수한 민원 보기
    /new 민원 접수
    /human 담당 직원과 이야기
    /cancel 하던 접수 그만두기
    /language 언어 바꾸기
    /me 내 정보
    /privacy 개인정보 안내
owner-me =
    관리사무소에 남아 있는 정보입니다.
    • 성함: { $name }
    • 동·호수: { $home }
    • 연락처: { $phone }
    • { $consent }
    지우고 싶으시면 담당 직원에게 말씀해 주세요.
owner-me-unknown = 아직 없음
owner-me-consented = 개인정보 안내에 동의하셨습니다
owner-me-no-consent = 개인정보 안내에 아직 동의하지 않으셨습니다
owner-profile-ask = 바꿀 내용을 한 번에 적어 주세요. 예: 101동 1203호 김영희 010-1234-5678
owner-profile-saved = 고쳤습니다. 바뀐 정보는 /me 에서 보실 수 있습니다.
owner-profile-unclear = 동·호수, 성함, 연락처 가운데 바뀐 것을 적어 주세요. 예: 101동 1203호 또는 010-1234-5678
owner-greeting = 안녕하세요, { $who }. 관리사무소입니다. 무엇을 도와드릴까요?
owner-what-help = 무엇을 도와드릴까요? 편하게 적어 주시거나 아래에서 골라 주세요.
owner-all-right = 알겠습니다. 더 필요하신 일이 있으면 적어 주세요.
owner-thanks = 고맙습니다, { $who }. 또 필요하시면 언제든 적어 주세요.
owner-nothing-to-cancel = 지금 진행 중인 접수가 없습니다. 이미 접수된 민원을 취소하시려면 /tickets 에서 골라 주세요.
owner-old-button = 지난 버튼이에요. 아래에 새로 보내 드린 내용을 봐 주세요.
owner-trouble = 메시지를 처리하다가 문제가 생겨서 담당 직원에게 전했습니다. 직원이 확인하고 연락드립니다. 급하시면 { JOSA($phone, "으로/로") } 전화해 주세요.
menu-new = 민원 접수
menu-tickets = 내 민원
menu-human = 담당 직원
menu-help = 도움말
menu-me = 내 정보
menu-language = 언어 (Language)
button-consent = 동의합니다
button-later = 나중에
button-person = 담당 직원과 이야기
button-edit-profile = 내 정보 고치기
