emergency-check =
    지금 위험한 상황인가요? ({ $title })
    목숨이 위험하면 먼저 119에 전화하세요.
    당직실: { $duty }
emergency-check-again =
    적어 두고 담당자에게 전했습니다.
    지금 위험한 상황인지 한 번만 더 눌러 주세요. 목숨이 위험하면 먼저 119에 전화하세요.
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
emergency-where-here =
    당직자와 관리소장에게 알렸습니다. (번호 { $number })
    적어 주세요: 몇 동 몇 층, 승강기라면 몇 호기, 전화 받으실 번호
emergency-noted =
    당직자에게 바로 전했습니다.
    위급하면 { $urgent }에 전화하세요. 당직실 { $duty }
emergency-passed-on = 당직자에게 바로 전했습니다.
emergency-told =
    { $at }에 당직자와 관리소장에게 알렸습니다.
    이번 말씀도 당직자에게 바로 전했습니다.
emergency-relief =
    정말 다행입니다. 얼마나 놀라셨어요.
    무사하시다고 당직자와 관리소장에게 전했습니다.
    몸이 불편하거나 다시 위험해지면 바로 적어 주세요.
emergency-taken-back =
    알겠습니다. 위험하지 않다고 당직자와 관리소장에게 전했습니다.
    담당자가 확인할 때까지 { $number } 접수는 열어 둡니다. 다시 위험해지면 바로 적어 주세요.
emergency-changed =
    고치신 글을 당직자와 관리소장에게 전했습니다.
    담당자가 확인할 때까지 { $number } 접수는 열어 둡니다. 위험하면 바로 적어 주세요.
emergency-changed-kept =
    글을 고치신 것을 당직자와 관리소장에게 전했습니다. 고치신 글은 관리소장만 봅니다.
    담당자가 확인할 때까지 { $number } 접수는 열어 둡니다. 위험하면 바로 적어 주세요.
emergency-help-came =
    다행입니다. 곁에서 돕는 분들의 안내를 따라 주세요.
    말씀은 당직자에게 전했습니다. 다시 위험해지면 바로 적어 주세요.
emergency-help-called =
    네, 119에 알리셨다고 당직자에게도 전했습니다.
    안전하시면 곁을 지켜 주시고, 걸려 오는 전화를 꼭 받아 주세요.
emergency-help-taken =
    알려 주셔서 고맙습니다. 당직자에게 그대로 전했습니다.
    또 위험해지면 바로 적어 주세요.
emergency-who-comes =
    당직자와 관리소장에게 이미 알렸습니다. 맡는 사람이 정해지면 바로 알려 드리겠습니다.
    급하면 { $urgent }, 당직실 { $duty }에 전화하세요.
emergency-who-has-it =
    { $holder } 직원이 맡고 있습니다. 하신 말씀도 바로 전했습니다.
    급하면 { $urgent }, 당직실 { $duty }에 전화하세요.
emergency-check-despair =
    말씀해 주셔서 고맙습니다. 혼자 견디지 않으셔도 됩니다.
    자살예방상담전화 { $lifeline }에 전화하세요. 밤에도 받습니다.
    지금 목숨이 위험하면 { $fire }에 신고하세요.
    당직자와 관리소장에게도 조심스럽게 전했습니다.
    혹시 지금 죽고 싶은 마음이 드시나요?
emergency-where-despair =
    당직자와 관리소장에게 조심스럽게 전했습니다. (번호 { $number })
    괜찮으시면 적어 주시겠어요? 지금 계신 곳과 전화 받으실 번호
emergency-noted-despair =
    말씀을 당직자에게 전했습니다. 혼자 계시지 마세요.
    자살예방상담전화 { $lifeline }, 목숨이 위험하면 { $fire }
emergency-better-despair =
    괜찮아지셨다니 마음이 놓입니다. 미안해하지 않으셔도 됩니다.
    다시 힘들어지면 언제든 적어 주세요. 자살예방상담전화 { $lifeline }도 밤낮으로 받습니다.
emergency-not = 알겠습니다. 위험해지면 바로 적어 주세요.
emergency-report-kept = 안전해지시면 말씀해 주세요. 적으시던 '{ $title }' 접수는 그대로 있습니다. 이어서 하시겠어요?
emergency-other-matter = 아까 말씀하신 '{ $title }' 일은 담당자가 보았지만 아직 접수하지는 않았습니다. 따로 접수할까요?
button-go-on-reporting = 이어서 접수하기
button-drop-report = 접수 그만두기
title-despair = 마음의 위기 (자살 위험)
title-despair-owner = 마음이 힘드신 일

# What people write in the midst of an emergency; phrases separated by "|". "anywhere": wherever it stands.
# safe: somebody is out of danger; beside-safe: what may stand beside it and changes nothing; fire-out: after a fire only.
# not-safe-anywhere: with it a mistyped phrase is not taken for one of those; nor when the slip gives it an other-ending,
# as of a question ("나왔나요" is one key from "나왔네요").
# fine: the same, unless a person has the talk; wrong-alarm (and beside-wrong-alarm, only with it): there was no danger.
# water-off: after a flood only. helpers, came: those who help are there. beside-over: beside fire-out and water-off.
# better: after despair, where what else is relief may be a farewell (beside-better: beside it).
# water-does: what only water does, where its word could be a slip for that of a fire.
# no-danger-anywhere: in a longer answer to "is somebody in danger?", unless unsure-anywhere, urging-anywhere or crying;
# turns-before (up to its end) and turns-behind (right behind it) make something else of it; yes-danger: at its beginning.
# calm-anywhere: no cry for instructions, unless worse-anywhere.
# nobody-inside-anywhere: of a lift that stands, unless not-nobody-inside-anywhere.
# what-if-anywhere: of what would be, unless happening-anywhere.
# called-help-anywhere with called-anywhere: help is called or coming; with taken-anywhere: it was there; neither with
# not-called-anywhere. asks-of-help-anywhere: who comes and when, unless asks-to-do-anywhere.
# was-nothing-anywhere: explains the alarm away, unless not-nothing-anywhere, or a
# danger-word-anywhere beside it (beside-nothing-was does not count).
reply-safe = 나왔어요|나왔습니다|나왔어|나왔네요|나왔음|나왔다|나왓어요|나왔어용|나와있어요|나와 있습니다|빠져나왔어요|빠져나왔습니다|탈출했어요|탈출했습니다|대피했어요|대피했습니다|대피 완료|구조됐어요|구조되었어요|구조됐습니다|구조되었습니다|구출됐어요|풀려났어요|괜찮아졌어요|괜찮아졌습니다|안전해요|안전합니다|안전해졌어요|안전한 곳이에요|안전한 곳에 있어요|안전한 데 있어요|무사해요|무사합니다|무사히 나왔어요|살았어요|살았습니다|끝났어요|끝났습니다|상황 끝|해결됐어요|해결됐습니다|해결되었어요|실수예요|실수였어요|나왔|나옴|빠져나왔|빠져나옴|탈출했|탈출함|대피했|대피함|구조됐|구조됨|구출됐|구출됨|풀려났|안전함|무사함|살았어|살았네|끝났|해결됐|해결됨
reply-beside-safe = 이제|이젠|지금|지금은|방금|막|드디어|겨우|간신히|무사히|안전하게|다행히|밖으로|밖에|바깥으로|안에서|거기서|여기서|집에서|승강기에서|엘리베이터에서|엘베에서|계단으로|1층으로|다|다들|모두|전부|다 같이|함께|저|저는|저도|전|우리|우리는|저희|저희는|식구들|식구들은|식구들도|식구|가족|가족은|가족들|가족들은|가족 모두|아이|아이는|아이도|아이들|아이들은|아이들도|애들|애들도|애들은|애기도|아기도|아기는|사람들|사람들도|남편도|아내도|엄마도|아빠도|네|예|아|휴|와|저기|감사합니다|고맙습니다|감사해요|고마워요|정말|진짜|너무|덕분에|덕분입니다|안녕히 계세요|수고하셨습니다|수고하세요|걱정 마세요|걱정하지 마세요|됐어요|와서|오셔서|119|소방관|소방관님이|기사님이|기사님|경비님|ㅎㅎ|어요|습니다|습니당|어|네요|음|구요|고요|군요|구만|구먼|심더|슴다|엉|용|욤|ㅇㅇ|문이|문은|인제|이제야|아까|방금 전에|좀 전에|조금 전에|할머니도|할아버지도|부모님도|강아지도|고양이도|감사|감사드려요|감사드립니다|고마워|고맙네요|땡큐|ㄱㅅ|감삼다|감삼니다|아이들이랑|애들이랑|가족이랑|남편이랑|아내랑|엄마랑|아빠랑|친구랑|친구도|강아지랑|살펴주셔서|신경 써 주셔서|도와주셔서|걱정 끼쳐서|죄송해요|죄송합니다|다행이에요|다행입니다|하마터면|휴우|후|에고|아이고|무사하게|잘|별일 없이|다친 데 없이|다친 사람 없이|둘 다|셋 다|넷 다|모두 다|직접|제가|혼자서|손으로|열고
reply-not-safe-anywhere = 못|안 나|안나|안 빠|안 끝|안 구|안 괜|안 풀|안 열|안 꺼|안 됐|안 되|안 해|안 살|아직|않|아닌|아니|아녜|없어요|없습니다|빼고|말고|나만|저만|저 혼자만|언제|어떻게|으면|려면|싶|갇|연기|불길|119 언제|도와주세요|살려|뻔|거의|곧|남아|남았|잠겼|잠겨|깨졌|깨지|탈 거|멀었
reply-fire-out = 꺼졌어요|꺼졌습니다|꺼졌어|꺼졌네요|꺼짐|껐어요|껐습니다|껐어|진화됐어요|진화됐습니다|진화되었습니다|진압됐어요|진압됐습니다|연기 빠졌어요|연기가 빠졌어요|연기도 빠졌어요|연기는 빠졌어요|연기 다 빠졌어요|연기도 다 빠졌어요|연기 없어졌어요|연기도 없어졌어요
reply-beside-over = 불은|불이|불도|불|물은|물이|물도|물|밸브|밸브를|수도
reply-crying-anywhere = 살려|도와주|도와줘|제발|무서|무섭|어떡해|어떻해|큰일 났|큰일났|빨리 와|빨리 좀|당장 와|사람 살
reply-asking-anywhere = 돼요|되나요|되죠|될까|까요|어떻게|언제|어디로|어디서|뭐 해|뭘 해|무엇을|해야|있나요|없나요|했나요|됐나요|왔나요|갔나요|났나요|졌나요|췄나요|껐나요|었나요|았나요|렸나요|인가요|한가요|은가요|습니까|합니까|됩니까|입니까|까여
reply-called-help-anywhere = 119|구급차|앰뷸런스|앰블런스|신고했|신고 했|신고는
reply-want-to-live = 죽고 싶지 않|죽고싶진 않|죽기 싫|죽기는 싫|살고 싶어|살고싶어
reply-fine = 괜찮아요|괜찮습니다|괜찮네요|괜찮아|괜찮음|괜춘|괜찮대요|괜찮답니다|괜찮다고 해요|괜찮다고 하네요|괜찮다네요|괜찮으시대요|괜찮으시답니다
reply-wrong-alarm = 잘못 눌렀어요|잘못 눌렀습니다|잘못 눌렀네요|잘못 눌렀|잘못 보냈어요|잘못 알았어요|착각했어요|착각이었어요|오작동이에요|오작동이었어요|오작동이래요|오작동이었습니다|오작동이네요|오보였어요|태운거에요|태운거예요|태운 거였어요|태운 겁니다|태워서 그런거에요|태워서 그런 거예요|탄 거에요|탄 거예요|탄 거였어요|위험하지 않아요|위험하지 않습니다|위험하진 않아요|위험하지는 않아요|안 위험해요|위험한 건 아니에요|위험한 건 아니예요|위험한 상황은 아니에요|위험한 상황 아니에요|위험 없어요|위험 없습니다|위험은 없어요
reply-beside-wrong-alarm = 아니에요|아니예요|아니었어요|아니였어요|아닙니다|불|불이|불은|불난게|불난 게|화재|화재가|화재는|생선|고기|음식|냄비|밥|빵|라면|찌개|옆집에서|옆집이|아랫집에서|윗집에서|제가|요리하다가|경보기|경보기가|경보가|감지기|감지기가|센서|센서가|버튼|버튼을|기계|그냥|알고 보니|확인해보니|아니요|아니오|아뇨|아니|사실|사실은|지금은|죄송해요|죄송합니다
reply-water-off = 물 멈췄어요|물이 멈췄어요|물은 멈췄어요|멈췄어요|멈췄습니다|멈췄네요|멎었어요|멎었습니다|물 잠갔어요|물을 잠갔어요|밸브 잠갔어요|밸브를 잠갔어요|밸브 잠궜어요|밸브를 잠궜어요|잠갔어요|잠갔습니다|잠궜어요|물 잡혔어요|이제 안 새요
reply-helpers = 119|119가|119는|119대원|119 대원분들|112|구급차|구급차가|구급차는|구급대|구급대가|구급대원|구급대원이|구급대원분들|앰뷸런스|앰뷸런스가|앰블런스|소방차|소방차가|소방관|소방관이|소방관님|소방관분들|소방서에서|소방대원|소방대원분들|경찰|경찰이|경찰차|경찰관|경찰관이|경찰분들|도시가스|도시가스에서|도시가스 기사님|기사님|기사님이|구조대|구조대가|구조대원|경비님|경비아저씨|직원분|직원분이|병원|병원에|응급실|응급실에
reply-came = 왔어요|왔습니다|왔네요|왔음|왔어|왔다갔어요|왔다 갔습니다|왔다 가셨어요|다녀갔어요|다녀가셨어요|오셨어요|오셨습니다|오셨네요|오셨다 가셨어요|도착했어요|도착했습니다|도착했네요|도착하셨어요|도착하셨습니다|도착
reply-water-does = 물고|물이고|물은고|물도고|물새|물이새|물도새|물이계속새|물이또새|물샌|물떨어|물이떨어|물이뚝|물뚝|물차|물이차|물찼|물이찼|물넘|물이넘|물나와|물이나와|물안나|물이안나|물들어|물이들어|물흘|물이흘|물줄줄|물이줄줄|물흥건|물이흥건|물바다|물난리|물쏟|물이쏟|물스며|물이스며|물젖|물에젖|물웅덩이|물이역류|물역류|물막|물안내려|물이안내려
reply-no-danger-anywhere = 위험하지 않|위험하진 않|위험하지는 않|안 위험|위험한 건 아니|위험한건 아니|위험한 상황은 아니|위험한 상황 아니|위험은 없|위험 없|위험할 정도는 아니
reply-urging-anywhere = 빨리|얼른|당장|서둘러|급해요|급합니다|어서 와|어서 오
reply-turns-before = 누가|어떻게 안|왜 안|어디가 안|뭐가 안|설마|집 안 위험|방 안 위험|실 안 위험|건물 안 위험|장 안 위험|기 안 위험|터 안 위험|차 안 위험|베 안 위험|속 안 위험|가 아닌 게
reply-turns-behind = 게|도록|다고|다는|다면|다니|으면|면|을|냐|나요|나|니까|은가|은지|한가|하냐|하나|하면|하게|하도록|하다고|하다는|하다니|할|하지 않|하길|한 게|한 건 아|한 상황|은 게|은 건 아|은 것도|은 상황|지 않|아야|어야|기를|길|았으면|었으면|라고|라는|라니|겠|이|란
reply-unsure-anywhere = 모르|걱정|까봐|는지|은지|을까|아니겠
reply-yes-danger = 위험해요|위험합니다|지금 위험해요|지금 위험합니다|위험한 상황이에요|위험한 상황입니다
reply-calm-anywhere = 다친 사람 없|다친 사람은 없|다친 분 없|다친 분은 없|다친 데 없|환기 중|환기하고|환기시키고
reply-worse-anywhere = 커지|커졌|커져|번지|번져|번졌|심해|차올|많아|더 나|못 나|안 꺼|갇|폭발|터졌|못 쉬|쓰러|의식
reply-better = 괜찮아졌어요|괜찮아졌습니다|나아졌어요|나아졌습니다|나아요|진정됐어요|진정됐습니다
reply-beside-better = 이제|이젠|지금은|좀|조금|많이|마음이|네|예|아|감사합니다|감사해요|감사드립니다|고맙습니다|고마워요|죄송합니다|죄송해요|미안합니다|미안해요|수고하세요|수고하셨습니다|정말|너무|진짜|아
reply-called-anywhere = 불렀|불러 놨|불러놓|신고했|신고 했|전화했|오고 있|오는 중|온대|온답|출동했|출동 중
reply-not-called-anywhere = 안 불|못 불|안 했|못 했|않|아직|안 와|안 오|안 받|불러 주|불러 줘|할까|통화 중
reply-taken-anywhere = 실려 갔|실려갔|실려 가|데려갔|데리고 갔|태우고 갔|태워 갔|이송|모시고 갔|타고 갔
reply-asks-of-help-anywhere = 누가 오|누가 와|누가 올|누구 오|누구 와|누가 내|누가 처리|누가 맡|언제 오|언제 와|언제 올|언제쯤|오긴 오|오긴 와|오긴 하|오고 있나|오고 있어|오는 거|오시나|오나요|온 건가|몇 분|얼마나 걸|얼마나 더|비용|돈은
reply-asks-to-do-anywhere = 해도|어도|아도|해야|어떻게|나가|들어가|열까|기다릴까|기다려야
reply-was-nothing-anywhere = 잘못 눌렀어|잘못 눌렀습|잘못 눌렀네|잘못 눌러서|잘못 보냈어|잘못 보냈습|잘못 보냈네|오작동이에요|오작동이었|오작동이래|오작동이네|오보였어|오보였습|오보였네|오보래|착각했어|착각했습|착각했네|착각이었어|착각이었습|착각이었네|연기였어|연기였습|연기였네|냄새였어|냄새였습|냄새였네|수증기였어|수증기였습|수증기였네|괜찮대요|괜찮답니다|괜찮다네|괜찮다고 하네|괜찮다고 해요|괜찮다고 합니다|별거 아니|별일 아니|아무것도 아니|아무 일도 아니|불 아니었어|불이 아니었어|불은 아니었어
reply-not-nothing-anywhere = 119 괜찮|다고 했는데|랬는데|줄 알았는데|인 줄 알|했는데 진짜|대놓고
reply-beside-nothing-was = 불은 아니고|불이 아니고|불 아니고|불난 게 아니고|화재는 아니고|불은 아니|불 아니
reply-danger-word-anywhere = 가스|타는|타고|불꽃|폭발|연기|쓰러|피가|새요|새고|갇|숨|의식|다쳤|아파|진짜 불|불이|불났|뜨거
reply-what-if-anywhere = 갇히면|갇히게 되면|갇혔을 때|갇힐 때|불나면|불이 나면|화재가 나면|화재 나면|화재 시|났을 때|새면|생기면|발생하면|쓰러지면|멈추면|멈췄을 때|냄새가 나면|냄새 나면|정전되면|정전이 되면|만약|만일
reply-happening-anywhere = 살려|도와주|도와줘|제발|무서|무섭|큰일|는데|은데|어서|아서|니까|지금|방금|현재|났어요|났습니다|났는데|나요|나고 있|나는데|갇혔어|갇혔습|갇혔는|갇혀|들어와|빨리|쓰러졌|새고|터졌
reply-nobody-inside-anywhere = 아무도 안 탔|아무도 안탔|안 타고 있|안 탔어|안 탔습|안에 사람 없|안에 사람은 없|안에는 사람 없|안에 아무도 없|안에 없어|안에 아무도 안|사람 안 탔|사람은 안 탔|사람 없어요|사람은 없어요|빈 승강기|비어 있|갇힌 사람 없|갇힌 사람은 없|갇힌 건 아니|안 갇혔|밖에 있어요
reply-not-nobody-inside-anywhere = 저만|나만|빼고|말고|저 혼자|나 혼자|도와줄 사람|도와줄 수|직원이 없|것 같

# Where somebody in danger is. no-place: words of a place that say nothing of where; lift-itself: nor do these to whoever
# is trapped in one, but lift-number does (* stands for a number). no-place-number: numbers that are no place.
# where-anywhere: a place in an answer to "where are you?", unless no-answer-where. sentence-end: an answer that ends so
# is a sentence about something else, unless is-there.
reply-no-place = 공동현관문|현관문|방화문|자동문
reply-lift-itself = 승강기|엘리베이터|엘레베이터|엘리베타|엘베
reply-lift-number = *호기|*번 승강기|*번 엘리베이터|*번 엘베|승강기 *|엘리베이터 *|엘베 *
reply-no-place-number = *명|*사람|*살|*분|*시간|*초|*번|*도|*마리|*개|*퍼센트|*%|*년|*일|*월|*시
reply-no-answer-where = 도와|살려|빨리|제발|무서|언제|어떡|배터리|전화|모르|몰라|은 집에|는 집에
reply-where-anywhere = 앞|옆|뒤|근처|입구|안방|작은방|거실|화장실|욕실|주방|부엌|베란다|다용도실|지하|꼭대기|계단|복도|주차장|경비실|놀이터|정문|후문|옥상|로비|상가|우리 집|저희 집
reply-is-there = 이에요|이예요|예요|에요|이요|입니다|에 있어요|에 있습니다|에 있음|에 갇혔어요|에 갇혀 있어요|앞요|옆요|호기요|층요|동요|호요
reply-sentence-end = 어요|아요|여요|해요|세요|네요|데요|니다|니까|나요|까요|죠|지요|돼요|줘요|려요|워요|와요|져요|겨요|했어|됐어|없어|있어|않아|싶어|는데|거든
