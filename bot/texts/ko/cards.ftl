# The card of a matter.
cards-title =
    { $priority ->
        [urgent] 🚨
        [high] ❗
       *[other] 📋
    } { $number } { $title }
cards-state = 상태: { $state } · { $department } · 담당: { $holder }
cards-state-name =
    { $state ->
        [received] 접수됨
        [assigned] 담당자 정해짐
        [investigating] 조사 중
        [waiting_owner] 입주민 답 대기
        [waiting_vendor] 업체 대기
        [deferred] 미뤄 둠 { $until }
        [resolved] 처리됨, 확인 대기
        [closed] 마침
        [archived] 보관됨
        [declined] 설명하고 마침
        [merged] 다른 건과 합침
       *[withdrawn] 입주민이 취소
    }
cards-nobody = 없음
cards-owner =
    { $home } { $name } { $verified ->
        [yes] (확인됨)
       *[no] (미확인)
    } · ☎ { $phone }
cards-language = 🌐 입주민이 읽는 언어: { $language }
cards-where = 장소: { $where }
cards-since = 언제부터: { $since }
cards-words = “{ $words }”
cards-attachments = 📎 사진·파일 { $count }개
cards-round = 🔁 { NTH($round) } 처리
cards-linked = 앞선 접수: { $number }
cards-merged = { $number } 건과 합침
cards-investigation = 조사: { $note }
cards-proposed = 관리자 확인 대기 중인 설명: { $text }
cards-conclusion = 결과: { $text }
cards-moved = { $number } 건은 다른 부서로 넘어갔습니다.
cards-move-claim = 맡기
cards-move-done = 해결됨
cards-move-note = 조사 메모
cards-move-resolve = 처리 완료
cards-move-resume = 다시 진행
cards-move-wait-owner = 입주민 답 대기
cards-move-wait-vendor = 업체 대기
cards-move-defer = 미루기
cards-move-propose-decline = 설명하고 마치기
cards-move-decline = 설명하고 마치기
cards-move-merge = 합치기
cards-move-transfer = 다른 부서로
cards-move-release = 내려놓기
cards-move-reopen = 다시 열기
