# What owners are told of each stage of their matter.
tickets-stage-assigned = { $who }，您登记的 { $number }（{ $title }）由 { $holder } 负责。我们看过后告诉您。
tickets-stage-assigned-managers = { $who }，您登记的 { $number }（{ $title }）由管理所长亲自负责。我们看过后告诉您。
tickets-stage-investigating = { $who }，{ $number }（{ $title }）已经开始查看，一有消息就告诉您。
tickets-stage-waiting-owner = { $who }，继续处理 { $number }（{ $title }）需要您的答复。写在这里，我们马上能收到。
tickets-stage-waiting-owner-open = { $who }，我们想继续处理 { $number }（{ $title }）。现在情况怎么样，还有什么要告诉我们的吗？请写在这里。
tickets-stage-waiting-vendor = { $who }，{ $number }（{ $title }）正在和外部公司约时间，定好后告诉您。
tickets-stage-deferred = { $who }，{ $number }（{ $title }）将在 { $date } 继续处理。原因：{ $reason }
tickets-stage-reopened = { $who }，{ $number }（{ $title }）我们正在再次查看，一有消息就告诉您。
tickets-stage-merged = { $who }，{ $number } 与 { $other } 是同一件事，我们合在一起处理，以后用 { $other } 通知您。
tickets-stage-declined =
    { $who }，这是 { $number }（{ $title }）的查看结果。
    { $explanation }
    如果需要再确认，请写给我们，我们会再看一次。
tickets-stage-transferred = { $who }，{ $number }（{ $title }）由{ $department }负责，我们已把全部内容转过去。
tickets-stage-done =
    { $who }，{ $number }（{ $title }）已经处理。{ $words }
    如果还有不便，请再写给我们。

# What staff read about a move.
tickets-refused-state =
    { $number } 现在不能这样做。现在的状态：{ $state ->
        [received] 已登记
        [assigned] 已有负责人
        [investigating] 查看中
        [waiting_owner] 等住户答复
        [waiting_vendor] 等外部公司
        [deferred] 已推迟
        [resolved] 已处理，等住户确认
        [closed] 已结束
        [archived] 已存档
        [declined] 已说明并结束
        [merged] 已并入另一项
       *[withdrawn] 住户已撤销
    }
tickets-refused-unclaimed = { $number } 还没有人接手。请先用 /claim 接手。
tickets-refused-held = { $number } 由 { $holder } 负责。
tickets-refused-role = 对 { $number } 的这项操作只有有权限的人可以做。
tickets-refused-confidential = { $number } 里有对工作人员的意见，不能转给别的部门，否则当事人可能会看到。请亲自处理；如果需要部门做什么，请单独告知必要的内容。
tickets-needs-investigation = { $number } 还没有查看记录。请先用 /note 写下查看到的情况。
tickets-needs-conclusion = 请用住户看得懂的话写 { $number } 的结果。例：/resolve 密封圈磨损，已更换。如果再漏请告诉我们。
tickets-needs-explanation = 请用住户看得懂的话说明 { $number } 为什么不能处理。例：/decline 室内部件由住户承担费用，我们可以帮忙检查。
tickets-needs-date = 请写 { $number } 将在以后的哪一天继续处理。例：/defer 12/1 零件到货
tickets-needs-reason = 请写推迟 { $number } 的原因，住户会看到。例：/defer 12/1 零件到货
tickets-needs-target = 请写 { $number } 要并入哪一项。例：/merge T-1042
tickets-needs-handover = 转交 { $number } 需要交接说明。例：/transfer 设施组 请检查管道
tickets-needs-proposal = { $number } 没有等待确认的说明。
tickets-needs-owner-answer = { $number } 要有住户的答复才能结束。
tickets-merge-unknown = 在这位住户的登记里没有找到 { $number }。请写同一位住户的另一个编号。
tickets-merge-over = { $number } 已经结束，不能合并。
tickets-transfer-same = { $number } 已经由那个部门负责。
tickets-transferred = ➡️ { $holder } 把 { $number } 转给了{ $department }。交接：{ $note }
tickets-reopened =
    🔁 { $number } 重新处理（第 { $round } 次）。{ $held ->
        [no] 还没有人接手。
       *[other] 负责人：{ $holder }
    }
    { $words }
tickets-words-changed = ✏️ 住户修改了 { $number } 的内容：{ $words }
tickets-withdrawn = 住户撤销了 { $number }。
tickets-done-by-owner = ✅ 住户表示 { $number } 已解决，现已结束。
tickets-says-solved = ✅ 住户表示 { $number } 已解决："{ $words }" 请确认后写下结果并结束。
tickets-deferral-over = ⏰ 推迟的 { $number } 该继续处理了。
tickets-decline-proposed =
    { $holder } 提议对 { $number } 作说明后结束，请确认。
    住户的话：{ $words }
    给住户的说明：{ $explanation }
tickets-proposal-old = { $number } 的说明已经改过，请看最后一次确认请求。
tickets-decline-asked = { $number } 等管理者确认，确认后说明会发给住户。
tickets-decline-confirmed = { $holder } 确认了 { $number } 的说明，已发给住户。
tickets-decline-rejected = { $holder } 请再查看一下 { $number }。
tickets-button-decline-yes = 确认并发送
tickets-button-decline-no = 再查看
tickets-call-owner = ☎ { $number } 的结果没能送达住户，请打电话告知。
tickets-holder-left = { $holder } 已离开，{ $number } 没有负责人。
