# What the people of the office read and type.
staff-office = 管理处
staff-introduced = { $team }的{ $name }
staff-plain = { $words }
staff-header =
    👤 { $home } · { $name } { $verified ->
        [yes] （已核实）
       *[no] （未核实）
    }
    ☎ { $phone } · { $language }
staff-header-open = 处理中的登记：{ $numbers }
staff-line-owner = 👤 { $text }
staff-owner-takes-back = { $number } 住户现在说没有危险。“{ $words }” 请确认后再结束。
staff-alarm-changed = { $number } 住户修改了报警内容。原来：“{ $before }” 现在：“{ $words }” 请确认没有危险后再结束。
staff-alarm-changed-kept = { $number } 住户修改了报警内容。原来：“{ $before }” 修改后的内容只有管理所长能看到。请确认没有危险后再结束。
staff-owner-safe = { $number } 住户说已经平安。“{ $words }” 请确认后再结束。
staff-line-staff = 🧑‍🔧 { $text }
staff-line-bot = 🤖 { $text }
staff-media =
    { $kind ->
        [photo] [照片]
        [video] [视频]
        [voice] [语音]
        [audio] [音频]
        [document] [文件]
        [sticker] [贴纸]
        [animation] [动图]
        [video_note] [视频消息]
        [location] [位置]
        [contact] [名片]
        [dice] [骰子]
        [poll] [投票]
       *[other] [文件]
    }
staff-owner-line = 👤 { $text }
staff-owner-line-named = 👤 { $name }：{ $text }
staff-hours-closed = 现在不是办公时间，已告诉住户 { $opens } 开门后答复。
staff-person-wanted = 🙋 住户想和工作人员谈。{ $reason }
staff-report-so-far =
    📝 正在登记：{ $title }
    { $words }
staff-button-claim = 接手
staff-button-claim-and-send = 接手并发送
staff-button-hand-back = 交回自动服务
staff-button-release = 放下对话
staff-claimed = { $holder } 已接手。接手的人在这里写的话会原样发给住户。备注请以 // 开头。
staff-claimed-managers = { $holder } 已接手。回复卡片或住户的话，会原样发给住户。备注请以 // 开头。
staff-claimed-tap = 已由您接手。
staff-claimed-already = 已经在您手上。
staff-claim-taken = { $holder } 已经接手。
staff-floor-elsewhere = { $holder } 正在和住户对话，您只接手了这一项。
staff-not-holder =
    { $held ->
        [no] 现在没有人接手这个对话。
       *[other] 这个对话由 { $holder } 负责。
    }
staff-released = { $holder } 放下了对话。
staff-transferred-here = ➡️ { $holder } 把对话转给了{ $department }。交接：{ $note }
staff-transferred-away = ➡️ { $holder } 把对话转给了{ $department }。交接：{ $note }
staff-handed-back = { $holder } 把对话交回了自动服务。
staff-quiet-return = { $number } 处理完成，对话已交回自动服务。结果会按时发给住户。
staff-quiet-return-over = { $number } 已结束，对话已交回自动服务。
staff-lease-ended = 有一会儿没有新消息，{ $holder } 的对话已交回自动服务。要继续请重新接手。
staff-lease-ended-waiting = { $holder } 没有答复，住户又在等待。请接手。
staff-not-sent = 没有发给住户。要接手这个对话并发送吗？
staff-not-sent-held = 没有发给住户。对话由 { $holder } 负责。
staff-sent = 正在发送。
staff-thanks = 已确认。
staff-nothing-to-send = 没有可发送的内容：已经发出，或已改为备注。
staff-not-your-words = 只有写的人可以这样做。
staff-only-managers = 只有管理者可以这样做。
staff-old-button = 这是以前的按钮，请看最新的卡片。
staff-card-old = 卡片已有变化，请看刷新后的卡片。
staff-delivered = ✔ 已送达住户。
staff-delivery-failed =
    ❗ 没有送达。{ $reason ->
        [blocked] 住户屏蔽了机器人，请打电话。
        [chat-gone] 住户的对话已不存在，请打电话。
        [rights] 机器人没有权限。
        [kind] 住户设置了不接收这类消息。
        [too-old] 消息太旧。
        [gone] 原来的消息已不存在。
       *[refused] Telegram 没有接受这条消息。
    }
staff-managers-out-of-reach = ❗ 有消息要转给管理所长，但现在无法发送。请提醒管理所长在与机器人的对话中点“开始”。
staff-mirror-failed =
    ❗ 住户发来的内容没能转过来：{ $kind ->
        [text] 文字
        [photo] 照片
        [video] 视频
        [voice] 语音
       *[other] 文件
    }。请让住户再发一次。
staff-cannot-show =
    🖼 住户发来了{ $kind ->
        [photo] 照片
        [video] 视频
        [voice] 语音
       *[other] 文件
    }。机器人没有在本群发送它的权限，所以无法在这里显示。
staff-retracted = ↩ 已从住户的对话中删除。
staff-retract-failed = ❗ 没能删除。发出超过 48 小时的消息不能删除。
staff-became-note = 已改为备注，发给住户的内容会收回。
staff-note-stays = 备注修改后仍是备注。要发给住户，请重新写一条。
staff-note-first = 📝 已记为 { $number } 的查看记录。
staff-note-added = 📝 已记入 { $number }。
staff-note-kept = 📝 已记下，不会发给住户。
staff-note-empty = 请写备注内容。例：/note 已检查楼上管道
staff-note-inside = 住户会看到的内容里有以 / 开头的备注，所以没有执行。请把备注单独写，再重新发送。
staff-edited-command = 修改过的命令不会再次执行，请重新发送。
staff-unknown-command = 不认识这个命令，所以没有发给住户。可用的命令请看 /help 。
staff-prompt =
    { $command ->
        [note] 📝 { $holder }，请回复本条，写{ $number ->
                [none] {""}
               *[other] {" "}{ $number } 的
            }查看记录。不会发给住户。
        [resolve] ✍ { $holder }，请回复本条，用住户看得懂的话写 { $number } 的结果：原因、做了什么、之后怎么办。
        [decline] ✍ { $holder }，请回复本条，用住户看得懂的话写 { $number } 为什么不能处理。
        [defer] ✍ { $holder }，请回复本条，写 { $number } 推迟到哪天、为什么。例：12/1 零件到货
        [defer-why] ✍ { $holder }，请回复为什么推迟 { $number }，会原样告诉住户。例：零件到货
        [transfer] ✍ { $holder }，请回复本条，写{ $number ->
                [none] {""}
               *[other] {" "}{ $number } 的
            }交接说明。
       *[other] ✍ { $holder }，请回复本条，写内容。{ $number ->
                [none] {""}
               *[other] {" "}{ $number }
            }
    }
staff-prompt-over = 这个问题已经结束，您写的内容没有转达。请用卡片按钮或命令重新开始。
staff-prompt-dropped = 已取消，没有任何改动。
staff-person-not-wanted = 住户取消了与工作人员的对话。
staff-person-about = 📌 等候中的住户要说的事：{ $title }
staff-resolve-fuller = ✍ { $holder }，只这样写，住户不知道 { $number } 做了什么。请用一句话回复原因、处理和下一步。例：垫圈磨损，已更换。再漏请告诉我们。
staff-button-as-it-is = 就这样发送
staff-which-ticket = 是哪一项？
staff-which-department = { $number } 要转给哪个部门？
staff-which-target = { $number } 要并入哪一项？
staff-no-open-ticket = 这个对话没有处理中的登记。
staff-transfer-where = 请写部门和交接说明。例：/transfer 设施组 请检查管道（部门：{ $departments }）
staff-wait-whom = 请写在等谁：/wait owner（住户）或 /wait vendor（外部公司）
staff-wait-unasked = 📝 您没有发出问题，所以只问了住户现在的情况。要问别的，请不用命令直接写。
staff-wait-note = 📝 附加的话只是备注，不会发给住户。要问住户的话，请不用命令直接写。
staff-defer-when = 请写日期和原因。例：/defer 12/1 零件到货、/defer 明天 约好上门、/defer 3d 等晾干
staff-defer-too-far = 最多只能延后到两年以内的日期。
staff-merge-what = 请写要并入的编号。例：/merge T-1042
staff-undo-what = 请用 /undo 回复要收回的那条消息。只能收回发给住户的消息。
staff-undo-not-yours = 只有写的人或负责对话的人可以收回。
staff-undo-done = 已经收回了。
staff-anonymous = 以匿名管理员发言时无法知道您是谁，所以不能视为工作人员。请在群设置里关闭“匿名”。
staff-topic-twice = ⚠ 不能确定话题“{ $name }”是否已建好，所以重新建立。如果有空的话题，请删除。
staff-no-topic =
    ❗ 没能建立话题“{ $name }”。{ $reason ->
        [rights] 请给机器人“管理话题”的权限。
       *[other] 请确认员工群已开启话题，并且机器人是管理员。
    } 每 5 分钟会再试一次。期间写的内容都会保留。
staff-group-barred =
    ❗ 机器人无法在员工群（{ $chat }）里发消息：它被移出了群，或者失去了权限。住户还在写，但群里现在谁也看不到。
    请把机器人重新加入群并设为管理员。期间的内容都会保留，之后按顺序转过去。
staff-group-no-pictures =
    ❗ 机器人可以在员工群（{ $chat }）发文字，但不能发照片和文件。住户发来的照片，群里现在谁也看不到。
    请把机器人设为该群的管理员。
staff-group-mended = ✅ 机器人又能在员工群里发消息了。{ $late ->
        [false] 没有积压的内容。
       *[true] 从 { $since } 起积压的内容现在按先后顺序转过去。
    }
staff-manager-reply = 不知道说的是哪一项。请回复 🔒 提醒、它的卡片或住户的话。
staff-help-topic =
    这个话题里的命令
    /claim 接手 · /release 放下 · /bot 交回自动服务
    /note 内容（或 //内容）备注 · 第一条备注是查看记录
    /resolve 结果 · /decline 说明
    /wait owner|vendor 备注 · /defer 日期 原因
    /transfer 部门 交接 · /merge 编号
    /undo 回复已发出的消息
    接手的人直接写的话会发给住户。
staff-help-general =
    这里的命令
    /queue 等待的住户和没人接手的登记
    /mine 我负责的 · /overdue 超过时限的
    /find 编号、栋号室号、姓名、内容
    /duty on|off 上班和下班
staff-queue-title = 等待：{ $count } 项
staff-queue-none = 没有住户在等，每一项都有人负责。
staff-queue-person = 🙋 { $place }. { $owner } · 已 { $lasted } { $link }
staff-mine-title = 您负责：{ $count } 项
staff-mine-none = 您现在没有负责的事。
staff-mine-talk = 💬 正在和 { $owner } 对话 { $link }
staff-overdue-title = 超过时限：{ $count } 项
staff-overdue-none = 没有超过时限的。
staff-found-title = 找到：{ $count } 项
staff-found-none = 没有找到。可以按编号、栋号室号、姓名或内容查找。
staff-find-what = 请写要找什么。例：/find 101-1203
staff-list-ticket = • { $number } { $title } · { $owner } · { $department } · 负责人 { $holder } · { $state } { $link }
staff-duty-on = { $holder } 已上班。
staff-duty-off = { $holder } 已下班。
staff-duty-how = 请写 /duty on 或 /duty off 。

# What people type; words separated by "|".
reply-command-claim = 接手|负责
reply-command-release = 放下
reply-command-transfer = 转交|转给
reply-command-note = 备注
reply-command-wait = 等待
reply-command-defer = 推迟|延期
reply-command-resolve = 解决|完成
reply-command-decline = 拒绝|说明
reply-command-merge = 合并
reply-command-bot = 自动
reply-command-undo = 收回|撤回
reply-command-help = 帮助
reply-command-queue = 队列|列表
reply-command-mine = 我的
reply-command-overdue = 超时|逾期
reply-command-find = 查找|搜索
reply-command-duty = 值班
reply-wait-owner = 住户|业主
reply-wait-vendor = 外部公司|厂家
reply-on = 开|上班
reply-off = 关|下班
reply-date-today = 今天
reply-date-tomorrow = 明天
reply-date-after = 后天
reply-date-days = 天|天后
reply-date-weeks = 周|周后|星期后
reply-date-year = 年
reply-date-month = 月
reply-date-day = 日|号
reply-date-next-week = 下|下个
reply-bare-conclusion = 已处理|处理完成|处理完毕|处理好了|处理|已完成|完成|已解决|解决了|解决|修好了|修好|好了|已修|搞定|结束|了
reply-time-morning = 上午|早上|凌晨
reply-time-afternoon = 下午|晚上|中午
reply-time-hour = 点|點|时
reply-time-minute = 分
reply-time-half = 半
reply-time-before = 约
reply-time-behind = 左右|前|来|再
