# The card of a matter.
cards-title =
    { $priority ->
        [urgent] 🚨
        [high] ❗
       *[other] 📋
    } { $number } { $title }
cards-state = 状态：{ $state } · { $department } · 负责人：{ $holder }
cards-state-name =
    { $state ->
        [received] 已登记
        [assigned] 已有负责人
        [investigating] 查看中
        [waiting_owner] 等住户答复
        [waiting_vendor] 等外部公司
        [deferred] 推迟到 { $until }
        [resolved] 已处理，等住户确认
        [closed] 已结束
        [archived] 已存档
        [declined] 已说明并结束
        [merged] 已并入另一项
       *[withdrawn] 住户已撤销
    }
cards-nobody = 无
cards-owner =
    { $home } { $name } { $verified ->
        [yes] （已核实）
       *[no] （未核实）
    } · ☎ { $phone }
cards-language = 🌐 住户使用的语言：{ $language }
cards-where = 地点：{ $where }
cards-since = 从何时起：{ $since }
cards-words = “{ $words }”
cards-attachments = 📎 照片和文件 { $count } 个
cards-round = 🔁 第 { $round } 次处理
cards-linked = 以前的登记：{ $number }
cards-merged = 已并入 { $number }
cards-investigation = 查看记录：{ $note }
cards-proposed = 等管理者确认的说明：{ $text }
cards-conclusion = 结果：{ $text }
cards-moved = { $number } 已转到其他部门。
cards-move-claim = 接手
cards-move-done = 已解决
cards-move-note = 查看记录
cards-move-resolve = 处理完成
cards-move-resume = 继续处理
cards-move-wait-owner = 等住户答复
cards-move-wait-vendor = 等外部公司
cards-move-defer = 推迟
cards-move-propose-decline = 说明并结束
cards-move-decline = 说明并结束
cards-move-merge = 合并
cards-move-transfer = 转其他部门
cards-move-release = 放下
cards-move-reopen = 重新处理
