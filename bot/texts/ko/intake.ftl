intake-heard = { $who }, 말씀 잘 들었습니다. '{ $title }' 건으로 접수해서 담당 부서에 전하겠습니다.
intake-heard-managers = { $who }, 말씀 잘 들었습니다. '{ $title }' 건으로 접수해서 관리소장에게만 전하겠습니다.
intake-what = 어떤 일인지 적어 주시겠어요? 사진이나 음성으로 보내셔도 됩니다.
intake-what-again = 어떤 일인지 한두 마디만 적어 주시겠어요? 글로 적기 어려우시면 '담당 직원과 이야기'를 눌러 주세요.
intake-happened = 어떤 일이 있었는지 조금 더 적어 주시겠어요? 언제, 어디서, 어느 직원이 어떻게 했는지 아시는 만큼이면 됩니다.
intake-happened-again = 언제, 어디서, 어떤 일이 있었는지 아시는 만큼만 적어 주시겠어요? 어려우시면 '건너뛰기'를 눌러 주세요.
intake-place =
    { $area ->
        [none] 어디에서 있는 일인가요? 예: 103동 앞 주차장, 2라인 7층 복도
       *[other] 어느 { $area }인지 알려 주시겠어요? 몇 동 몇 층인지, 어느 출입구 쪽인지 적어 주세요.
    }
intake-place-again = 직원이 찾아갈 수 있게 장소를 조금만 더 알려 주시겠어요? 모르시면 '건너뛰기'를 눌러 주세요.
intake-consent = 동의하지 않으셔도 접수해 드립니다. 그러면 성함과 연락처는 여쭙지도 저장하지도 않고, 담당자에게는 텔레그램에 보이는 이름만 보입니다. 답은 이 대화로 드립니다. 동의하시겠어요?
intake-consent-again = 개인정보 안내에 동의하시는지 아래에서 골라 주시겠어요? 동의하지 않으셔도 접수해 드립니다.
intake-home = 몇 동 몇 호에 사시나요? 예: 101동 1203호
intake-home-again = 동·호수를 알아보지 못했습니다. '101동 1203호'처럼 적어 주시겠어요?
intake-name = 성함을 알려 주시겠어요?
intake-name-again = 성함만 적어 주시겠어요? 예: 김영희
intake-phone = 확인 전화를 드릴 번호를 알려 주시겠어요? 예: 010-1234-5678
intake-phone-again = 번호를 알아보지 못했습니다. '010-1234-5678'처럼 숫자로 적어 주시겠어요?
intake-summary = 이렇게 접수할까요? [{ $title }]
intake-noted = "{ $words }" 말씀도 함께 적어 두었습니다.
intake-noted-other = '{ $title }' 말씀도 적어 두었습니다. 이 접수를 마치는 대로 이어서 받겠습니다.
intake-summary-words = • 내용: { $words }
intake-summary-where = • 장소: { $where }
intake-summary-since = • 언제부터: { $since }
intake-summary-contact = • 연락: { $contact }
intake-summary-photos = • 사진·파일: { $count }개
intake-summary-also = • 이어서 접수할 일: { $titles }
intake-summary-department = • 담당: { $department }
intake-summary-ask-photo = 사진이 있으면 지금 보내 주세요. 맞으면 '접수하기'를 눌러 주세요.
intake-summary-ask = 맞으면 '접수하기'를 눌러 주세요.
intake-joined = 함께 적어 두었던 말씀은 이미 접수된 { $number }에 덧붙였습니다.
intake-edit = 내용을 다시 적어 주세요. 보내 주신 사진은 그대로 둡니다.
intake-cancelled = 접수를 그만두었습니다. 전해진 것은 없습니다. 필요하시면 언제든 다시 적어 주세요.
intake-reminder = 적어 주시던 내용이 아직 접수되지 않았습니다. 이어서 하시겠어요?
intake-submitted-by-itself = 적어 주신 내용을 잊지 않도록 아는 만큼 접수해 두었습니다.
intake-left-open = 적어 주시던 '{ $title }' 접수는 끝까지 확인하지 못해 아직 전하지 않았습니다. 이대로 접수할까요, 이어서 적으시겠어요?
button-submit = 접수하기
button-submit-as-is = 이대로 접수하기
button-edit = 고치기
button-cancel = 취소
button-skip = 건너뛰기
button-without = 동의 없이 접수

receipt = 접수했습니다. 접수번호 { $number }, { $department } 담당입니다.
receipt-expected = { $time }까지 결과를 알려 드리려고 합니다.
receipt-first = { $department }에서 { $time }까지 먼저 연락드립니다.
receipt-first-managers = 관리소장이 { $time }까지 먼저 연락드립니다.
receipt-timeline = 진행 상황은 /tickets 에서 보실 수 있습니다. 해결되면 결과를 알려 드리고, 정말 해결됐는지 여쭙겠습니다.
receipt-advise = 관리사무소는 확인하고 협조를 요청해 드릴 수 있습니다. 살펴본 내용을 알려 드리겠습니다.
receipt-dispatch = { $who }, 바로 { $department }에 전했습니다. 접수번호는 { $number }입니다. 차량번호나 위치를 더 알려 주시면 함께 전합니다. 해결되면 아래를 눌러 주세요.
receipt-feedback-suggestion = 좋은 의견 고맙습니다, { $who }. { $department }에 그대로 전했습니다. (번호 { $number })
receipt-feedback-praise = 따뜻한 말씀 고맙습니다, { $who }. { $department }에 그대로 전해서 힘이 되게 하겠습니다. (번호 { $number })
receipt-private = 말씀해 주셔서 고맙습니다. 이 내용은 관리소장만 봅니다. 접수번호는 { $number }입니다.
button-ticket-done = 해결됐어요
intake-over-by-itself = 다행입니다. '{ $title }' 건은 아직 접수하지 않았습니다. 그래도 접수할까요?
intake-kept = 적으시던 '{ $title }' 접수는 그대로 있습니다. 이어서 하시겠어요?
intake-kept-meanwhile = 적으시던 '{ $title }' 접수는 그대로 두었습니다.
intake-not-recorded = '{ $title }' 건은 아직 접수되지 않았습니다. 적어 주신 내용은 그대로 있습니다.
intake-not-recorded-go-on = '{ $title }' 건은 아직 접수되지 않았습니다. 적어 주신 내용은 그대로 있습니다. 이어서 하시겠어요?

# What is no word of a report, whatever was asked; phrases separated by "|".
reply-not-yet = 아직|아직요|아직이요|아직이에요|아직 아니요|아직 아니에요|아직입니다|아니요 아직이요|아니요 아직요
reply-back-again = 다시 왔어요|다시 왔습니다|저 다시 왔어요|저 왔어요|저 왔습니다|저 또 왔어요|또 왔어요|돌아왔어요|저 돌아왔어요|다시 들어왔어요

# What people type under the summary instead of tapping: not to hand it in, to wait, that something in it is wrong.
reply-dont-submit = 접수하지 마세요|접수하지 마|접수하지 말아 주세요|접수하지 말고|보내지 마세요|보내지 마|보내지 말아 주세요|전하지 마세요|하지 마세요|하지 마|하지 말아 주세요|접수 안 해요|접수 안 할래요|접수 안 할게요
reply-wait = 잠깐만요|잠깐만|잠시만요|잠시만|잠깐|기다려 주세요|기다려요|잠깐 기다려 주세요|잠시 기다려 주세요|아직|아직이요|아직요|아직 보내지 마세요|아직 접수하지 마세요|아직 하지 마세요|아직 접수 말고|다시 볼게요|확인해 볼게요|생각해 볼게요|생각 좀 해 볼게요|아 맞다|어
reply-mistaken = 틀렸어요|틀렸습니다|틀려요|잘못됐어요|잘못됐습니다|잘못 적었어요|잘못 썼어요|잘못 적혔어요|그게 아니에요|그게 아니라|그게 아닌데요|아닌데요|고칠게요|고칠래요|고쳐야 해요|수정할게요|수정해 주세요|수정|다시 쓸게요|다시 적을게요
# 접수하기 전에 일이 풀렸다는 말.
reply-over-by-itself = 움직여요|움직이네요|움직입니다|움직이네|돼요|되네요|됩니다|됐네요|됐어요|돌아왔어요|돌아왔네요|들어와요|들어오네요|들어왔어요|들어왔네요|나와요|나오네요|나옵니다|켜져요|켜졌어요|켜지네요|열려요|열렸어요|열리네요|멈췄어요|멈췄네요|그쳤어요|그쳤네요|안 새요|안 새네요|조용해요|조용하네요|조용해졌어요|따뜻해요|따뜻하네요|따뜻해졌어요|찾았어요|찾았습니다|찾았네요|찾았다|고쳤어요|고쳐졌어요|고쳐졌네요|해결됐어요|해결됐습니다|해결됐네요|괜찮아졌어요|괜찮네요|뚫렸어요|내려가요|내려가네요|빠졌어요|빠졌네요
reply-beside-over-by-itself = 물|온수|난방|인터넷이|인터넷|천장|천장은|드디어|아|어|오|와|엇|이제|이젠|지금|지금은|방금|막|다시|또|다|잘|그냥|갑자기|저절로|알아서|물이|물은|불이|불은|전기가|전기|난방이|온수가|뜨거운 물이|문이|문|승강기|승강기가|엘리베이터|엘리베이터가|제가|저희가|남편이|감사합니다|네|근데|ㅎ

# What people type in the middle of a report besides: to go on without consent, to hand it in without more questions,
# whether it is recorded, and what they have not got or will not tell; `beside` may stand around it.
reply-without-consent = 동의 없이 접수|동의 없이|동의 없이 접수할게요|동의 없이 접수할래요|동의 없이 접수해 줘|동의 없이 접수해 주세요|동의 없이 할게요|동의 없이 할래요|동의 없이 해 주세요|동의 없이 진행해 주세요|동의 안 하고 접수|동의 안 하고 접수할게요|동의 안 하고 접수해 주세요|동의하지 않고 접수|동의하지 않고 접수해 주세요
reply-record-it = 접수|접수해|접수해 줘|접수해 줘요|접수해 주세요|접수해 주십시오|접수해 달라고|접수해 달라고요|접수해 달라니까|접수해 달라니까요|접수해 달란 말이에요|접수할게요|접수할래요|접수나 해 주세요|접수 부탁해요|접수 부탁드려요|접수 부탁드립니다|접수 바랍니다|접수 진행해 주세요|접수하기|등록해 주세요|진행해 주세요|신청|신청해 줘|신청해 줘요|신청해 주세요|신청해 주십시오|신청할게요|신청할래요|신청 부탁해요|신청 부탁드려요|신청 부탁드립니다|신청 바랍니다|등록해 줘|접수 부탁드릴게요|신청 부탁드릴게요|접수 부탁|신청 부탁
reply-beside-record = 그냥|일단|우선|그대로|이대로|이거|이것|이 건|그거|그건|바로|그럼|그러면|아니|아니요|좀|번호 없이|전화 없이|전화번호 없이|연락처 없이|이름 없이|성함 없이
reply-beside-accept = 대신|저 대신|제 대신|그럼|그러면|그렇게|좀|지금|바로|꼭|그거|이거|그래 주시면|해 주시면|접수해 주시면|신청해 주시면|아|오
reply-recorded-anywhere = 접수된 거|접수된 건|접수되는 거|접수는 된|접수됐|접수 됐나|접수되었|접수가 됐|접수가 된|접수가 되었|접수는 됐|접수 안 됐|접수 안 된|접수한 거 맞|접수 완료된
reply-recorded-otherwise = CCTV|카메라|블랙박스|녹화|녹음|영상|택배
reply-nothing-home = 동 호수|동호수|주소|집|호수|몇 호
reply-nothing-name = 이름|성함|성명
reply-nothing-phone = 전화|전화번호|번호|핸드폰|핸드폰 번호|휴대폰|휴대폰 번호|휴대전화|연락처|폰|폰번호
reply-beside-nothing = 저|저는|전|제가|제|이|가|은|는|도|따로|그런 거|그런 건|그냥|지금|지금은|집에
reply-lacking = 안 써요|안 씁니다|안 남길래요|안 남기고 싶어요|안 알려 줘도 되죠|안 줄래요|싫어요|싫습니다|안 할래요

# Second thoughts after a report was dropped: why is it not recorded?
intake-taken-up = 그만두었던 접수를 이어서 도와드리겠습니다. 적어 주신 내용은 그대로 있습니다.
reply-protest-anywhere = 왜 접수 안|왜 접수를 안|왜 안 접수|왜 접수가 안|접수해 달라|접수를 해 달라|접수하라고|접수하라니까|접수 안 해 줘|접수 안 해 주|접수하라 했|접수하라 그랬|취소한 적 없|취소 안 했|취소 안 할|취소하지 마|취소 말고|잘못 눌렀|다시 접수해 주|접수할 거예요|접수할 건데
