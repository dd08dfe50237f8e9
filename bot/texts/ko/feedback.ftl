feedback-conclusion =
    { $who }, '{ $title }' 건의 결과를 알려 드립니다. (접수번호 { $number })

    { $conclusion }
feedback-ask-solved = 해결됐나요? 아래를 한 번만 눌러 주세요.
feedback-ask-told = 더 말씀하실 점이 있으면 아래를 눌러 주세요.
feedback-reminder =
    { $who }, { $number } '{ $title }' 건은 그 뒤로 괜찮으신가요? 답이 없으시면 { $closes }에 마무리하겠습니다.
feedback-reminder-open =
    { $who }, { $number } '{ $title }' 건은 그 뒤로 괜찮으신가요?
feedback-closed-by-itself = { $number } '{ $title }' 건은 답이 없으셔서 마무리해 두었습니다. 아직 불편하시면 언제든 다시 열어 드립니다.
feedback-told-closed = { $number } '{ $title }' 건은 안내드린 내용으로 마무리했습니다. 다시 불편하시면 언제든 알려 주세요.
feedback-glad = 해결되어 다행입니다, { $who }. { $number } 접수를 마쳤습니다.
feedback-ask-stars = 이번 처리는 몇 점이었나요? 건너뛰셔도 됩니다.
feedback-thanks-stars = 평가해 주셔서 고맙습니다. 앞으로도 잘 살피겠습니다.
feedback-thanks-skip = 알겠습니다. 또 필요하시면 언제든 적어 주세요.
feedback-ask-reason = 기대에 미치지 못해 죄송합니다. 어떤 점이 아쉬우셨는지 한마디만 적어 주시겠어요? 적지 않으셔도 됩니다.
feedback-thanks-reason = 말씀 고맙습니다. 관리소장에게 그대로 전했습니다.
feedback-stars-first = 점수 고맙습니다. 관리소장에게 전했습니다. 그런데 일은 해결됐나요? 아래를 눌러 주세요.
feedback-no-hurry = 괜찮습니다. 천천히 확인하시고 아래를 눌러 주세요.
feedback-which = 어느 일을 말씀하시나요? 아래에서 눌러 주세요.
feedback-already = 이미 답해 주셨습니다. 고맙습니다.
feedback-already-open = { $number } 건은 다시 살펴보는 중입니다. 결과가 나오면 알려 드리겠습니다.
feedback-already-closed = { $number } 건은 이미 마무리했습니다. 아직 불편하시면 다시 열어 드릴까요?
feedback-earlier-round = 그 버튼은 지난번 결과에 대한 것입니다. { $number } 건은 이번에는 해결됐나요? 아래를 눌러 주세요.
feedback-already-rated = 점수는 이미 받았습니다. 고맙습니다.
feedback-follow-up = { $who }, { $number } '{ $title }' 건은 지금도 괜찮으신가요?
feedback-follow-up-fine = 다행입니다. 알려 주셔서 고맙습니다.
button-solved-yes = 네, 해결됐어요
button-solved-no = 아직이에요
button-told-no = 더 말할 게 있어요
button-still-yes = 네, 괜찮아요
button-still-no = 아니요, 또 그래요
button-reopen-it = 다시 열어 주세요
button-solved-yes-number = { $number } 해결
button-solved-no-number = { $number } 아직
button-stars = ★{ $stars }
button-stars-skip = 건너뛰기

# For the staff: Telegram could not deliver the result.
feedback-phone-task =
    ☎ 결과를 전화로 알려 주세요. 텔레그램으로 전하지 못했습니다.
    { $number } { $title }
    { $name } · { $home } · { $phone }

    { $conclusion }
feedback-phone-task-unknown = 전화번호 모름
feedback-phone-task-no-home = 동·호수 모름
feedback-phone-no-answer = 부재: { $by } { $time }
feedback-phone-solved = 전화로 알림, 해결: { $by } { $time }
feedback-phone-not-solved = 전화로 알림, 아직: { $by } { $time }
feedback-phone-done = 이미 처리된 전화입니다.
feedback-by-phone = 전화로 확인
feedback-phone-not-solved-words = 전화로 알려 드렸으나 아직 해결되지 않았다고 하심
button-called-solved = 통화함, 해결
button-called-not-solved = 통화함, 아직
button-called-no-answer = 안 받으심

# What people type instead of tapping; phrases separated by "|". "anywhere": counts wherever it stands in a short message.
# solved-alone: means it only when nothing but a yes or thanks goes with it ("해결", but "해결 좀" asks for it).
# content: alone it says so only where that was asked.
# solved-ending: with it a longer answer may end ("they came and it is fixed"), unless no-solved-ending-anywhere.
# repair-wish: who says it has no solution yet. wish, urge: what somebody asks for only they know; beside-wish: beside them.
# beside-thanks: words that say nothing of their own. stars-scale: names the scale and no score; stars-withheld-anywhere: a
# good score is named and not given.
reply-thanks = 고맙습니다|감사합니다|고마워요|고마워|고맙네요|고맙습니당|감사해요|감사드려요|감사드립니다|감사|땡큐|수고하셨습니다|수고하셨어요|수고하세요|수고 많으셨습니다|수고 많으셨어요|애쓰셨습니다|애쓰셨어요|덕분입니다|덕분이에요|앞으로도 잘 부탁드립니다|앞으로도 잘 부탁드려요|앞으로도 부탁드립니다|앞으로도 부탁드려요|다음에도 잘 부탁드립니다|고맙심더|고맙심니더|고맙습니더|고맙십니더|고마버요|고마부요|고마와요|고마워유|고맙구만유|고맙네유|감사합니더|감사합니데이|고맙데이|감사혀요|감사혀유|고맙당께요|고마워예|감사합니다예|고맙수다
reply-beside-thanks = 정말|너무|덕분에|잘|빨리|바로|진짜|아주|모두|다들|덕분에요|늘|항상|오늘도|이제|이젠|지금은
reply-solved = 해결됐어요|해결됐습니다|해결됐네요|해결됐어|해결됨|해결되었어요|해결되었습니다|해결되었네요|해결했어요|다 해결됐어요|다 됐어요|잘 해결됐어요|잘 해결되었습니다|잘 됐어요|잘됐어요|잘 돼요|잘돼요|잘 됩니다|잘 나와요|잘 나옵니다|잘 고쳐졌어요|고쳐졌어요|고쳐졌습니다|고쳐졌네요|고쳐주셨어요|고쳐 주셨어요|이제 괜찮아요|이제 괜찮습니다|이젠 괜찮아요|지금은 괜찮아요|괜찮아요|괜찮습니다|괜찮아졌어요|괜찮네요|멀쩡해요|됐어요|됐습니다|됐네요|완료됐어요|좋아졌어요|안 새요|이제 안 새요|이제 안 나요|이제 조용해요|조용해졌어요|정상입니다|정상이에요|정상 작동해요|문제없어요|문제 없습니다|이상 없어요|이상 없습니다|해결해 주셨어요|해결해 주셨습니다|해결해 주셨네요|해결해 주셔서|해결했습니다|고쳐 주셔서|고쳐 주셨습니다|고쳐 주셨네요|처리됐어요|처리됐습니다|처리되었습니다|처리해 주셔서|처리해 주셨어요|처리해 주셨습니다|수리됐어요|수리해 주셔서|수리해 주셨어요|깔끔하게 해결됐어요|깔끔하게 고쳐졌어요|깔끔하게 해 주셨어요|깔끔하게 해 주셔서|깔끔해졌어요|깨끗하게 해결됐어요|깨끗하게 됐어요|깨끗하게 해 주셨어요|깨끗하게 해 주셔서|깨끗하게 치워졌어요|깨끗하게 치워 주셨어요|깨끗하게 치워 주셔서|깨끗해졌어요|깨끗해졌습니다|하나도 안 새요|전혀 안 새요|해결된 것 같아요|해결된 거 같아요|된 것 같아요|된 거 같아요|괜찮은 것 같아요|괜찮은 거 같아요
reply-solved-alone = 해결|해결이요|해결요|해결입니다|해결 완료|잘 해결|다 해결|모두 해결|완료|완료요|완료입니다
reply-content = 좋네요|잘 됐어요|잘됐어요|잘 됐네요|잘됐네요|다 됐어요|됐어요|됐습니다|됐네요|완료|완료요|완료입니다|문제없어요|문제 없습니다|이상 없어요|이상 없습니다|정말|다행이네요|다행입니다|다행이에요
reply-solved-ending = 해결됐어요|해결됐습니다|해결됐음|해결되었어요|해결되었습니다|고쳐졌어요|고쳐졌습니다|처리됐어요|처리됐습니다|처리되었어요|처리되었습니다|수리됐어요|수리됐습니다|마무리됐어요|마무리됐습니다|마무리되었습니다|해결했습니다|해결했어요
reply-no-solved-ending-anywhere = 만 해결|만 고쳐|만 처리|만 수리|덜 |대충|는데 해결|안 해결|못 해결|누가|어디가|언제
reply-repair-wish = 해결해 주세요|해결해 주셔요|해결해 줘요|해결해 줘|해결해 주십시오|해결해 주시면|해결해 주시길|해결해 달라|해결 바랍니다|해결 바라요|해결 바람|해결 원해요|해결 원합니다|해결하세요|해결하라고|해결되길|고쳐 주세요|고쳐 줘요|고쳐 줘|고쳐 주십시오|고쳐 달라|고쳐 주시면|수리해 주세요|수리해 줘|수리 바랍니다|처리해 주세요|처리해 줘|처리해 주십시오|처리 바랍니다|조치해 주세요|조치 바랍니다|완료해 주세요|완료해 줘|마무리해 주세요|다시 해 주세요|다시 봐 주세요|다시 와 주세요|다시 확인해 주세요|다시 점검해 주세요|깨끗하게 해 주세요|깔끔하게 해 주세요|와서 봐 주세요|봐 주세요|한번 봐 주세요|해결됐으면|해결되었으면|해결되면|해결 부탁|해결 부탁드려요|해결 부탁드립니다|해결 부탁합니다|해결 부탁해요|수리 부탁|수리 부탁드려요|수리 부탁드립니다|수리 부탁합니다|처리 부탁|처리 부탁드려요|처리 부탁드립니다|처리 부탁합니다|조치 부탁|조치 부탁드려요|조치 부탁드립니다|해결 좀 해 주세요|해결 좀 해 줘요|해결 좀 해 줘|해결해 주셨으면|고쳐 주셨으면|처리해 주셨으면|해결 부탁요|해결해 주시죠|해결해 주시겠어요|해결해 주실래요|고쳐 주시죠|고쳐 주시겠어요|고쳐 주실래요|처리해 주시죠|처리해 주시겠어요|수리 좀|처리 좀|조치 좀|수리해 주시겠어요|해결됐음
reply-wish = 부탁해요|부탁드려요|부탁드립니다|부탁합니다|부탁|해 주세요|해 줘요|해 줘|해 주십시오|바랍니다|바라요|그렇게 해주세요|접수|접수해줘|접수해 주세요|보내|보내줘|보내 주세요|드려요|드립니다|드릴게요|좋겠어요|좋겠습니다|좋겠네요|감사하겠습니다|감사하겠어요|고맙겠습니다|꼭이요|꼭 부탁드려요|잘 부탁드려요|잘 부탁드립니다|ㄱㄱ
reply-urge = 제발|제발요|제발 좀|빨리|빨리요|빨리빨리|빨랑|얼른|얼른요|어서|당장|좀|꼭|시급히|급해요|급합니다|하루빨리|최대한
reply-beside-wish = 다시|한 번 더|제대로|확실히|이번엔|이번에는|오늘|오늘 중으로|내일|이거|이것|이것 좀|그거|그것|이 문제|문제|진짜|근본적으로|먼저|그럼|그러니까|그러면|깨끗하게|깔끔하게|정말로
reply-not-solved = 아직|아직요|아직이요|아직이에요|아직입니다|노노|안 됐어요|안됐어요|안 됐습니다|안됐습니다|안 됐네요|안돼요|안 돼요|안 됩니다|해결 안|해결안|아니요 아직|아뇨 아직|다시 고장|또 고장|또 그래요|또 그러네요|또 새|똑같아요|똑같습니다|그대로예요|그대로에요|그대로입니다|그대로네요|여전해요|여전합니다|더 심해|안됨|미해결|해결 아니|해결 아님|완료 안|완료 아니|완료 아님
reply-not-solved-anywhere = 아직도|아직 안|아직 못|아직 새|아직 똑같|아직 그대로|아직 해결|아직 고장|해결 안|해결이 안|해결 못|해결되지 않|안 고쳐|고쳐지지 않|그대로예요|그대로에요|그대로입니다|그대로네요|여전히|또 새|또 고장|또 안|다시 고장|다시 새|재발|안 괜찮|나아지지 않|나아진 게 없|변한 게 없|하나도 안 고|하나도 안 됐|하나도 안 되|하나도 안 돼|하나도 안 변|하나도 안 나아|하나도 안 달라|하나도 안 해|해결도 안|해결은 무슨|해결은 개뿔|해결은커녕|해결되긴|해결되기는|해결됐긴|해결됐다니|해결되었다니|해결해 주신다더니|해결해 준다더니|고쳐 주신다더니|고쳐 준다더니|뭐가 해결|뭘 해결|무슨 해결|뭐가 고쳐|뭘 고쳐|고치긴 뭘|되긴 뭐가|퍽이나
reply-unchecked-anywhere = 확인 못|확인을 못|확인 안 해|확인해 보고|확인해볼|확인해 볼|확인하고|확인 후|못 봤|못봤|아직 안 봤|아직 안봤|안 봤어|안봤어|모르겠|지켜볼|지켜보고|두고 볼|이따 볼|나중에 볼|가서 볼|집에 가서|퇴근하고|밖이라|외출 중
reply-fine-anywhere = 괜찮|좋아|해결됐|해결되었|안 새|멀쩡|문제없|문제 없|이상 없|정상
reply-contrast = 근데|그런데|하지만|그러나|다만|거의|일부만|반만|조금만|가끔|언제|왜 |잠깐만
reply-stars-unit = 점
reply-stars-name = 별점|별|평점
reply-stars-bare = 개|번|요|이요|개요
reply-stars-scale = 5점 만점에|5점 만점에서|5점 만점 중|5점 만점 중에|5점 만점 중에서|5점 중|5점 중에|5점 중에서|오점 만점에|별 5개 중|별 5개 중에|별 5개 중에서|5개 중|5개 중에|5개 중에서|별 다섯 개 중|별 다섯 개 중에|별 다섯 개 중에서|별 다섯 중|별 다섯 중에|다섯 개 중|다섯 개 중에|다섯 개 중에서|/5|/5점
reply-stars-withheld-anywhere = 못|아까워|아까운|아깝네|아깝다|아까울|아니|주기 싫|주고 싶지만|주고 싶은데|주고 싶었|드리고 싶지만|드리고 싶은데|드리고 싶었|주려다|드리려다|줄 수 없|드릴 수 없|드릴 수가 없|줄 수가 없|뺄게|뺍니다|뺐|빼고|감점|글쎄|나요|일까요|될까요|무리예요|무리입니다|무리죠|주기엔|드리기엔
reply-stars-1 = 별 하나|별 한 개|별 한개|별하나|한 점|1등급|최악|0점|빵점|영점|별 0개|별 반 개|별 반개|별점 하나|별점 한 개
reply-stars-2 = 별 둘|별 두 개|별 두개|별둘|두 점|별점 둘|별점 두 개
reply-stars-3 = 별 셋|별 세 개|별 세개|별셋|세 점|별점 셋|별점 세 개
reply-stars-4 = 별 넷|별 네 개|별 네개|별넷|네 점|별점 넷|별점 네 개
reply-stars-5 = 별 다섯|별 다섯 개|별다섯|다섯 점|만점|최고예요|최고에요|최고입니다|별점 다섯|별점 다섯 개
reply-stars-counted-1 = 하나|하나요|한 개|한개|한 개요|한개요|일점
reply-stars-counted-2 = 둘|둘이요|두 개|두개|두 개요|두개요|이점
reply-stars-counted-3 = 셋|셋이요|세 개|세개|세 개요|세개요|삼점
reply-stars-counted-4 = 넷|넷이요|네 개|네개|네 개요|네개요|사점
reply-stars-counted-5 = 다섯|다섯이요|다섯 개|다섯개|다섯 개요|다섯개요|오점|전부
