emergency-check =
    지금 위험한 상황인가요? ({ $title })
    목숨이 위험하면 먼저 119에 전화하세요.
    당직실: { $duty }
button-emergency-yes = 네, 지금 위험해요
button-emergency-no = 아니요, 위험하지 않아요
emergency-general =
    위험하면 그 자리를 벗어나세요.
    119에 전화하세요.
    당직실: { $duty }
emergency-which = 지금 상황을 눌러 주세요.
emergency-where =
    당직자와 관리소장에게 알렸습니다. (번호 { $number })
    안전한 곳에 계시면 적어 주세요: 몇 동 몇 층, 전화 받으실 번호
emergency-noted = 당직자에게 바로 전했습니다.
emergency-not = 알겠습니다. 위험해지면 바로 적어 주세요.
emergency-report-kept = 안전해지시면 말씀해 주세요. 적으시던 '{ $title }' 접수는 그대로 있습니다. 이어서 하시겠어요?
button-go-on-reporting = 이어서 접수하기
button-drop-report = 접수 그만두기
