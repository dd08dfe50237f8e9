emergency-check =
    现在有人处于危险中吗？（{ $title }）
    如果有生命危险，请先打 119。
    值班室：{ $duty }
emergency-check-again =
    已经记下并转告负责人。
    请再点一下：现在有人处于危险中吗？如果有生命危险，请先打 119。
button-emergency-yes = 是，现在有危险
button-emergency-no = 不是，没有危险
emergency-general =
    如有危险，请离开那里。
    打 119。
    值班室：{ $duty }
emergency-which = 请点选现在的情况。
emergency-where =
    已通知值班人员和管理所长。（编号 { $number }）
    到了安全的地方请写：几栋几楼、能接通的电话
emergency-where-here =
    已通知值班人员和管理所长。（编号 { $number }）
    请写：您在几栋几楼，在电梯里请写几号电梯，以及能接通的电话
emergency-noted =
    已马上转告值班人员。
    情况紧急请打 { $urgent }。值班室 { $duty }
emergency-passed-on = 已马上转告值班人员。
emergency-told =
    { $at } 已通知值班人员和管理所长。
    您刚才的话也已马上转告值班人员。
emergency-relief =
    太好了，您一定受惊了。
    已告诉值班人员和管理所长您平安了。
    身体不舒服或又有危险时，请马上写给我们。
emergency-taken-back =
    好的，已告诉值班人员和管理所长现在没有危险。
    在工作人员确认之前，{ $number } 会保持受理。再有危险时请马上写给我们。
emergency-changed =
    您修改的内容已转告值班人员和管理所长。
    在工作人员确认之前，{ $number } 会保持受理。有危险时请马上写给我们。
emergency-changed-kept =
    您修改内容一事已告知值班人员和管理所长，修改后的内容只有管理所长能看到。
    在工作人员确认之前，{ $number } 会保持受理。有危险时请马上写给我们。
emergency-help-came =
    太好了。请听从现场人员的指引。
    您的话已转告值班人员。又有危险时，请马上写给我们。
emergency-help-called =
    好的，已告诉值班人员您已经报警求助。
    如果安全，请陪在旁边，并保持电话畅通。
emergency-help-taken =
    谢谢您告诉我们，已转告值班人员。
    又有危险时，请马上写给我们。
emergency-who-comes =
    已经告诉值班人员和管理所长。有人接手后会马上通知您。
    情况紧急请打 { $urgent }，值班室 { $duty }
emergency-who-has-it =
    { $holder } 已经接手，您的话也已转告。
    情况紧急请打 { $urgent }，值班室 { $duty }
emergency-check-despair =
    谢谢您告诉我们。您不必一个人承受。
    请打 { $lifeline }，这是自杀预防热线，夜里也有人接。
    现在有生命危险，请打 { $fire }。
    也已小心地转告值班人员和管理所长。
    您现在有想死的念头吗？
emergency-where-despair =
    已小心地转告值班人员和管理所长。（编号 { $number }）
    方便的话，请写下您现在在哪里、能接通的电话
emergency-noted-despair =
    已转告值班人员。请不要一个人待着。
    自杀预防热线 { $lifeline }，有生命危险请打 { $fire }
emergency-better-despair =
    听到您好一些了，我们很欣慰。您不用觉得抱歉。
    再觉得难受时，随时写给我们。自杀预防热线 { $lifeline } 日夜都有人接。
emergency-not = 明白了。一旦有危险，请马上写给我们。
emergency-report-kept = 等您安全了再说。刚才正在登记的“{ $title }”还保留着。要继续吗？
emergency-other-matter = 您刚才说的“{ $title }”工作人员已经看到，但还没有登记。要另外登记吗？
button-go-on-reporting = 继续登记
button-drop-report = 不登记了
title-despair = 心理危机（轻生危险）
title-despair-owner = 心里难受的事

# What people write in the midst of an emergency; phrases separated by "|". "anywhere": wherever it stands.
# safe: somebody is out of danger; beside-safe: what may stand beside it and changes nothing; fire-out: after a fire only.
# not-safe-anywhere: with it a mistyped phrase is not taken for one of those.
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
reply-safe = 出来了|已经出来|出去了|逃出来了|跑出来了|救出来了|被救出来了|得救了|获救了|脱险了|安全了|很安全|平安了|没事了|没事儿了|不要紧了|结束了|解决了
reply-beside-safe = 我|我们|咱们|大家|全家|家人|孩子|孩子们|老人|也|都|全都|已经|现在|刚|刚刚|刚才|终于|总算|从电梯里|从电梯|从里面|从楼里|到外面|外面|外边|了|谢谢|谢谢你|谢谢你们|谢谢您|感谢|多谢|非常|请放心|放心|是|是的|嗯|好|好的|被
reply-not-safe-anywhere = 没出|没有|还没|未|不|除了|什么时候|怎么|快要|差点
reply-beside-over = 火|水
reply-fire-out = 火灭了|火已经灭了|火扑灭了|扑灭了|灭了|烟散了|烟没了
reply-crying-anywhere = 救命|救救|帮帮|害怕|好怕|快来|求求
reply-asking-anywhere = 吗|怎么|什么时候|可以|能不能|要不要|哪里|哪儿|多久|该不该
reply-called-help-anywhere = 119|120|救护车|报警了|打了电话
reply-want-to-live = 不想死|想活下去|想活着
reply-fine = 没事|不要紧
reply-wrong-alarm = 误报|是误报|按错了|发错了|虚惊一场|没有危险|没危险|不危险|没有危险了|不危险了|不没有危险|不没危险
reply-beside-wrong-alarm = 不是火灾|做饭|烧焦了|不好意思|对不起|抱歉|其实|现在
reply-water-off = 水停了|水已经停了|水关了|水关掉了|阀门关了|阀门关上了|不漏了
reply-helpers = 119|救护车|消防车|消防员|警察|急救人员|燃气公司的人|师傅|医院
reply-came = 来了|到了|已经来了|已经到了|来过了
reply-water-does = 积水|漏水|渗水|水漫|滴水|流水|水流|有水
reply-no-danger-anywhere = 没有危险|没危险|不危险|没什么危险
reply-urging-anywhere = 快来|快点|赶紧|赶快|马上来|立刻来|很急|着急
reply-turns-before = 不是|不能说|不敢说|不能保证|谁说|谁敢说|怎么会|怎么可能|怎么能|难道|并非|别说|不要说|不一定|未必|哪里|不可能|不见得|不算|要是|如果|确保|保证
reply-turns-behind = 才怪|就好|的话|就怪|是不可能|是假
reply-unsure-anywhere = 不知道|吗|会不会|希望|是不是
reply-yes-danger = 很危险|有危险|现在很危险|现在有危险|危险
reply-calm-anywhere = 没人受伤|没有人受伤|正在通风
reply-worse-anywhere = 更大|变大|蔓延|更严重|被困|晕倒|昏迷|爆炸
reply-better = 好多了|好些了|好一点了
reply-beside-better = 我|现在|已经|嗯|谢谢|谢谢你|谢谢您|谢谢你们|感谢|对不起|抱歉|不好意思
reply-called-anywhere = 打了|叫了|报警了|打过|在路上|快到了|正在来|要来
reply-not-called-anywhere = 没打|没叫|还没|打不通|不来|请打|帮我打|帮打
reply-taken-anywhere = 送走了|送医院|接走了|送去医院|带走了|拉走了
reply-asks-of-help-anywhere = 谁来|谁会来|有人来|来不来|什么时候来|什么时候到|几点来|多久|几分钟|谁付|谁出钱|多少钱
reply-asks-to-do-anywhere = 可以|能不能|要不要|怎么|该不该|能出去
reply-was-nothing-anywhere = 没事了|没事儿了|误报|按错|虚惊一场|没有着火|没着火|不是火灾|不是着火
reply-not-nothing-anywhere = 以为|不是误报
reply-beside-nothing-was = 已经
reply-danger-word-anywhere = 煤气|燃气|冒烟|烟|着火|爆炸|晕|昏|流血|受伤|被困|更
reply-what-if-anywhere = 如果|万一|要是|假如|的话
reply-happening-anywhere = 救命|救救|害怕|现在|刚刚|已经|正在|我被困|着火了|快
reply-nobody-inside-anywhere = 里面没人|里面没有人|没人在里面|没有人在里面|里边没人|没人被困|没有人被困|是空的|我不在里面
reply-not-nobody-inside-anywhere = 除了|只有我|就我|可能|好像

# Where somebody in danger is. no-place: words of a place that say nothing of where; lift-itself: nor do these to whoever
# is trapped in one, but lift-number does (* stands for a number). no-place-number: numbers that are no place.
# where-anywhere: a place in an answer to "where are you?", unless no-answer-where. sentence-end: an answer that ends so
# is a sentence about something else, unless is-there.
reply-no-place = 房门|大门打不开
reply-lift-itself = 电梯
reply-lift-number = *号电梯|*号梯|电梯*号
reply-no-place-number = *个人|*分钟|*岁|*次|*小时|*个小时|*%|*年
reply-no-answer-where = 救命|快来|快点|帮|怕|没电|什么时候|不知道|在家
reply-where-anywhere = 前面|旁边|后面|门口|附近|厨房|卫生间|客厅|卧室|阳台|地下|楼梯|走廊|停车场|大厅|屋顶|我家
reply-is-there = 这里|里面|那里
reply-sentence-end = 了|啊|吧|呢|吗
