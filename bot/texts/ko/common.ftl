# Words and short phrases used everywhere.
moment-today = 오늘 { $time }
moment-tomorrow = 내일 { $time }
moment-in-year = { $year }년 { $moment }
department-managers = 관리소장
address-unknown = 입주민님
address-named = { $name } 님
unit-full = { $building }동 { $number }호
unit-number-only = { $number }호
place-shared =
    { $building ->
        [none] {""}
       *[other] { $building }동{" "}
    }{ $unit ->
        [none] {""}
       *[other] { $unit }호 쪽{" "}
    }{ $line ->
        [none] {""}
       *[other] { $line }라인{" "}
    }{ $floor ->
        [none] {""}
       *[other] { $floor }층{" "}
    }{ $area ->
        [none] {""}
       *[other] { $area }{" "}
    }{ $car ->
        [none] {""}
       *[other] { $car }
    }
unknown-home = 동·호수 모름
unknown-phone = 번호 모름
hours-closed = 지금은 관리사무소 운영 시간이 아닙니다. { $opens }에 문을 엽니다. 그 전에 급한 일이 있으면 당직실 { JOSA($duty, "으로/로") } 전화해 주세요.

# What people type instead of tapping; words separated by "|".
reply-yes = 네|넵|넹|네네|예|응|어|웅|ㅇㅇ|ㅇ|그래|그래요|맞아|맞아요|맞습니다|좋아|좋아요|부탁해요|부탁드려요|부탁드립니다|부탁합니다|동의|동의해요|동의합니다|접수|접수해줘|접수해주세요|접수해 주세요|보내|보내줘|보내주세요|해주세요|해 주세요|그렇게 해주세요|ㄱㄱ|오케이|오키|확인|꼭|꼭이요|꼭 부탁드려요|꼭 부탁드립니다|꼭 부탁해요|잘 부탁드려요|잘 부탁드립니다|잘 부탁해요
reply-courtesy = 고맙습니다|고마워요|고마워|고맙네요|감사합니다|감사해요|감사드려요|감사드립니다|감사|땡큐|수고하세요|수고하십니다|수고하셨습니다|수고 많으십니다|수고 많으셨습니다|애쓰셨습니다|알겠습니다|알겠어요|알겠슴다|알았어요|알았습니다|확인했습니다|확인했어요|안녕히 계세요|좋은 하루 되세요
reply-no = 아니|아니요|아니오|아뇨|아닙니다|아니에요|ㄴㄴ|ㄴ|괜찮아요|괜찮습니다|됐어요|됐습니다|필요없어요|필요 없어요|안 할래요|안할래요|싫어요|동의 안 해요|동의하지 않습니다
reply-cancel = 취소|취소요|취소해줘|취소해주세요|취소해 주세요|취소할게요|취소할래요|그만|그만할게요|그만둘게요|중단|됐고 취소|안 할게요|안할게요|됐어요|됐습니다|됐고요|됐네요|그냥 됐어요|됐어|필요없어요|필요 없어요|안 할래요|안할래요|안 할래|안할래|접수 안 할래요|접수 안할래요|접수 안 할게요|접수 취소|접수 취소해 주세요|취소할게|취소하겠습니다|취소합니다|관둘게요|관둘래요|없던 걸로 해 주세요|없던 일로 해 주세요|그만할래요|그만둘래요|안 하겠습니다
reply-skip = 건너뛰기|건너뛸게요|없어요|없음|없습니다|없어|사진 없어요|사진 없음|나중에|나중에요|패스|넘어가|모르겠어요|몰라요|모름|생략
reply-none = 없음|해당 없음|해당없음|다른 거|다른거|다른 거예요|다 아니에요|이 중에 없어요|위에 없어요
reply-done = 끝|끝났어요|다 보냈어요|다 했어요|이게 다예요|끝이에요|완료
# A number typed instead of tapped; * stands for the digit.
reply-number = *번|*번째|*번이요|*번요|*번이에요|*번입니다|*번째거|*번으로 해주세요
# With such an ending a statement is a question or a wish ("나왔나요", "나왔어야").
reply-other-ending = 나요|나여|나|니|냐|까|까요|까여|지|지요|죠|는지|려나|야
