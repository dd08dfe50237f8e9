# What owners are told of each stage of their matter.
tickets-stage-assigned = { $who }, 접수하신 { $number }({ $title }) 건은 { $holder } 직원이 맡았습니다. 살펴보고 알려 드리겠습니다.
tickets-stage-assigned-managers = { $who }, 접수하신 { $number }({ $title }) 건은 관리소장이 직접 맡았습니다. 살펴보고 알려 드리겠습니다.
tickets-stage-investigating = { $who }, { $number }({ $title }) 건을 살펴보기 시작했습니다. 확인되는 대로 알려 드리겠습니다.
tickets-stage-waiting-owner = { $who }, { $number }({ $title }) 건을 이어 가려면 답이 필요합니다. 여기에 적어 주시면 바로 전해집니다.
tickets-stage-waiting-owner-open = { $who }, { $number }({ $title }) 건을 이어 가려고 합니다. 지금은 어떤지, 더 알려 주실 것이 있는지 여기에 적어 주시겠어요?
tickets-stage-waiting-vendor = { $who }, { $number }({ $title }) 건은 업체 일정을 잡고 있습니다. 정해지면 알려 드리겠습니다.
tickets-stage-deferred = { $who }, { $number }({ $title }) 건은 { $date }에 이어서 진행합니다. 이유: { $reason }
tickets-stage-reopened = { $who }, { $number }({ $title }) 건을 다시 살펴보고 있습니다. 확인되는 대로 알려 드리겠습니다.
tickets-stage-merged = { $who }, { $number } 건은 같은 내용인 { $other } 건과 합쳐 함께 처리합니다. 앞으로는 { $other }번으로 알려 드립니다.
tickets-stage-declined =
    { $who }, { $number }({ $title }) 건을 살펴본 결과입니다.
    { $explanation }
    다시 확인이 필요하시면 적어 주세요. 다시 살펴보겠습니다.
tickets-stage-transferred = { $who }, { $number }({ $title }) 건은 { $department } 담당이라 그쪽으로 전했습니다. 내용은 모두 함께 넘겼습니다.
tickets-stage-done =
    { $who }, { $number }({ $title }) 건은 조치했습니다. { $words }
    아직 불편하시면 다시 적어 주세요.

# What staff read about a move.
tickets-refused-state =
    { $number } 건은 지금 그렇게 할 수 없습니다. 현재 상태: { $state ->
        [received] 접수됨
        [assigned] 담당자 정해짐
        [investigating] 조사 중
        [waiting_owner] 입주민 답 대기
        [waiting_vendor] 업체 대기
        [deferred] 미뤄 둠
        [resolved] 처리됨, 확인 대기
        [closed] 마침
        [archived] 보관됨
        [declined] 설명하고 마침
        [merged] 다른 건과 합침
       *[withdrawn] 입주민이 취소
    }
tickets-refused-unclaimed = { $number } 건은 아직 아무도 맡지 않았습니다. 먼저 /claim 으로 맡아 주세요.
tickets-refused-held = { $number } 건은 { $holder } 님이 맡고 있습니다.
tickets-refused-role = { $number } 건에 대한 이 조치는 권한이 있는 사람만 할 수 있습니다.
tickets-refused-confidential = 직원에 관한 말씀이 담긴 { $number } 건은 다른 부서로 넘길 수 없습니다. 넘기면 당사자가 읽을 수 있습니다. 직접 맡아 처리해 주세요. 부서가 할 일이 있으면 필요한 내용만 따로 전해 주세요.
tickets-needs-investigation = { $number } 건은 조사 기록이 없습니다. 먼저 /note 로 무엇을 확인했는지 적어 주세요.
tickets-needs-conclusion = { $number } 건의 결과를 입주민이 읽을 말로 적어 주세요. 예: /resolve 패킹이 닳아 교체했습니다. 또 새면 알려 주세요.
tickets-needs-explanation = { $number } 건을 왜 처리할 수 없는지 입주민이 읽을 말로 적어 주세요. 예: /decline 세대 안 부품은 세대 부담입니다. 점검은 도와드립니다.
tickets-needs-date = { $number } 건을 언제 다시 할지 앞으로 올 날짜를 적어 주세요. 예: /defer 12/1 부품 도착
tickets-needs-reason = { $number } 건을 미루는 이유도 적어 주세요. 입주민께 그대로 알려 드립니다. 예: /defer 12/1 부품 도착
tickets-needs-target = { $number } 건을 어느 건과 합칠지 번호를 적어 주세요. 예: /merge T-1042
tickets-needs-handover = { $number } 건을 넘기려면 인계 내용이 필요합니다. 예: /transfer 시설팀 배관 점검 부탁드립니다
tickets-needs-proposal = { $number } 건에는 확인을 기다리는 설명이 없습니다.
tickets-needs-owner-answer = { $number } 건은 입주민의 답이 있어야 마칠 수 있습니다.
tickets-merge-unknown = 합칠 { $number } 건을 이 입주민의 접수에서 찾지 못했습니다. 같은 입주민의 다른 접수번호를 적어 주세요.
tickets-merge-over = { $number } 건은 이미 끝나서 합칠 수 없습니다.
tickets-transfer-same = { $number } 건은 이미 그 부서 담당입니다.
tickets-transferred = ➡️ { $number } 건을 { $holder } 님이 { JOSA($department, "으로/로") } 넘겼습니다. 인계: { $note }
tickets-reopened =
    🔁 { $number } 건이 다시 열렸습니다({ NTH($round) }). { $held ->
        [no] 맡은 사람이 없습니다.
       *[other] 담당: { $holder }
    }
    { $words }
tickets-words-changed = ✏️ 입주민이 { $number }에 적은 내용을 고쳤습니다: { $words }
tickets-withdrawn = 입주민이 { $number } 접수를 취소했습니다.
tickets-done-by-owner = ✅ 입주민님이 { $number } 건이 해결됐다고 하십니다. 마감했습니다.
tickets-says-solved = ✅ 입주민님이 { $number } 건이 해결됐다고 하십니다: "{ $words }" 확인하시고 결과를 적어 마쳐 주세요.
tickets-deferral-over = ⏰ 미뤄 둔 { $number } 건을 다시 진행할 때입니다.
tickets-decline-proposed =
    { $holder } 님이 { $number } 건을 설명하고 마치자고 합니다. 확인해 주세요.
    입주민의 말: { $words }
    입주민께 드릴 설명: { $explanation }
tickets-proposal-old = { $number } 건의 설명이 그 사이에 바뀌었습니다. 마지막 확인 요청을 봐 주세요.
tickets-decline-asked = { $number } 건은 관리자 확인을 기다립니다. 확인되면 설명이 입주민께 나갑니다.
tickets-decline-confirmed = { $holder } 님이 { $number } 건의 설명을 확인했습니다. 입주민께 보냈습니다.
tickets-decline-rejected = { $holder } 님이 { $number } 건을 더 살펴봐 달라고 합니다.
tickets-button-decline-yes = 확인, 설명 보내기
tickets-button-decline-no = 더 조사하기
tickets-call-owner = ☎ { $number } 건의 결과를 입주민께 전하지 못했습니다. 전화로 알려 주세요.
tickets-holder-left = { $holder } 님이 나가서 { $number } 건에 담당자가 없습니다.
