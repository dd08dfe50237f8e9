feedback-conclusion =
    { $who }，“{ $title }”有结果了。（编号 { $number }）

    { $conclusion }
feedback-ask-solved = 解决了吗？请点一下下面的按钮。
feedback-ask-told = 还有话要说的话，请点下面的按钮。
feedback-reminder =
    { $who }，{ $number }“{ $title }”现在好了吗？如果没有答复，我们会在 { $closes } 结束这件事。
feedback-reminder-open =
    { $who }，{ $number }“{ $title }”现在好了吗？
feedback-closed-by-itself = 没有收到您的答复，{ $number }“{ $title }”先结束了。如果还有不便，随时可以重新处理。
feedback-told-closed = { $number }“{ $title }”已按告诉您的内容结束。如果又有不便，请随时告诉我们。
feedback-glad = 解决了就好，{ $who }。{ $number } 已结束。
feedback-ask-stars = 这次处理您打几分？可以跳过。
feedback-thanks-stars = 谢谢您的评分。以后我们也会用心做好。
feedback-thanks-skip = 好的。需要时随时写给我们。
feedback-ask-reason = 没能让您满意，很抱歉。能用一句话告诉我们哪里不够好吗？不写也可以。
feedback-thanks-reason = 谢谢您的话，已原样转给管理所长。
feedback-stars-first = 谢谢您的评分，已转给管理所长。那么这件事解决了吗？请点下面的按钮。
feedback-no-hurry = 没关系。慢慢看，看过后请点下面的按钮。
feedback-which = 您说的是哪一件？请在下面点选。
feedback-already = 您已经答复过了，谢谢。
feedback-already-open = { $number } 我们正在再次查看，有结果就告诉您。
feedback-already-closed = { $number } 已经结束。如果还有不便，要重新处理吗？
feedback-earlier-round = 那个按钮是针对上一次结果的。{ $number } 这次解决了吗？请点下面的按钮。
feedback-already-rated = 已经收到您的评分，谢谢。
feedback-follow-up = { $who }，{ $number }“{ $title }”现在还好吗？
feedback-follow-up-fine = 那就好。谢谢您告诉我们。
button-solved-yes = 是，解决了
button-solved-no = 还没有
button-told-no = 我还有话要说
button-still-yes = 是，很好
button-still-no = 不好，又出现了
button-reopen-it = 请重新处理
button-solved-yes-number = { $number } 解决了
button-solved-no-number = { $number } 还没有
button-stars = ★{ $stars }
button-stars-skip = 跳过

# For the staff: Telegram could not deliver the result.
feedback-phone-task =
    ☎ 请打电话告知结果。通过 Telegram 没能送达。
    { $number } { $title }
    { $name } · { $home } · { $phone }

    { $conclusion }
feedback-phone-task-unknown = 电话号码不详
feedback-phone-task-no-home = 栋号和室号不详
feedback-phone-no-answer = 无人接听：{ $by } { $time }
feedback-phone-solved = 已电话告知，解决：{ $by } { $time }
feedback-phone-not-solved = 已电话告知，还没解决：{ $by } { $time }
feedback-phone-done = 这通电话已经处理过了。
feedback-by-phone = 电话确认
feedback-phone-not-solved-words = 已电话告知，住户说还没有解决
button-called-solved = 已通话，解决
button-called-not-solved = 已通话，还没有
button-called-no-answer = 没人接

# What people type instead of tapping; phrases separated by "|". "anywhere": counts wherever it stands in a short message.
# stars-giving: that a number is a score; stars-beside: what may stand beside it where stars were asked for.
reply-thanks = 谢谢|谢谢你|谢谢您|谢谢你们|谢谢大家|感谢|非常感谢|十分感谢|太感谢了|多谢|谢了|辛苦了|辛苦你了|辛苦您了|辛苦你们了|辛苦|麻烦你们了|给力
reply-beside-thanks = 真的|非常|真快|很快|师傅|啊|啦|哈哈
reply-solved = 解决了|已解决|已经解决|已经解决了|都解决了|全解决了|问题解决了|修好了|已经修好了|修好啦|弄好了|搞定了|好了|已经好了|都好了|现在好了|没问题|没问题了|没有问题|没有问题了|没事|没事了|不漏了|不漏水了|已经不漏了|不响了|不吵了|安静了|正常了|恢复了|恢复正常|恢复正常了|可以用了|能用了|来水了|来电了|有水了|有电了|有热水了|暖和了|不堵了|通了|很好|挺好的|完美|满意|很满意
reply-solved-alone = 搞定|解决|完成
reply-content = 很好|挺好的|完美|满意|很满意|没问题|没问题了|没有问题|没有问题了|好了|完成|太好了|好|不错|很不错|挺不错|满意了|可以|还可以|非常好|真好
reply-solved-ending = 解决了|已经解决|修好了|已经修好|处理好了|弄好了|搞定了
reply-no-solved-ending-anywhere = 没|未|哪里|如果|希望|只|才|吗|要是|等
reply-solved-elsewhere-anywhere = 告诉|通知|再说|听说|他们说|她说|他说|说修|说解决|说已|隔壁|邻居|楼上|楼下|别人|别家|别的|另|其他|其中|一个|一部分|上个月|上周|上次|去年|以前|之前|是吧|对吧|如果|要是|等|的话|希望|应该|可能|也许
reply-changed-anywhere = 现在|终于|不漏了|好了
reply-repair-wish = 请解决|请解决一下|请尽快解决|请处理|请尽快处理|请修好|请修一下|请维修|解决一下|处理一下|修一下|尽快解决|尽快处理|快点解决|快解决|赶紧解决|赶快解决|麻烦解决|麻烦解决一下|麻烦处理一下|麻烦修一下|帮我解决|帮忙解决|给我解决|希望解决|希望尽快解决|再来看看|再来修|再修一下|重新修|再处理一下|快来修|快点修好|尽快修好
reply-wish = 要|要的|需要|麻烦了|麻烦你了|麻烦您了|拜托了|拜托|请|请登记|登记|登记吧|帮我登记|请帮我登记|提交|发送|发吧|转达|请转达|转吧
reply-urge = 快|快点|快一点|赶紧|赶快|尽快|马上|立刻|急
reply-beside-wish = 再|今天|这次|好好|彻底|这个问题|这个|问题|吧|一下
reply-not-solved = 还没|还没有|还没好|还没有好|没解决|没有解决|没好|没修好|还没修|还是不行|还不行|不行|没用|还是老样子|还是一样|还是那样|又坏了|又漏了|又堵了|又响了|更严重
reply-not-solved-anywhere = 还没解决|没解决|没有解决|还没有解决|没有得到解决|未解决|还没修好|没修好|没有修好|还没好|还在漏|还漏|还是漏|仍然|依然|还是不行|还是没|还是坏|还是堵|还是很吵|还是老样子|还是一样|又坏了|又开始|又漏|又堵|又出现|又不行|没有改善|没改善|没有变化|没变化|没有好转|复发|更严重了|不好用|哪里解决|哪里修好|解决什么|解决个|根本没|怎么可能解决
reply-unchecked-anywhere = 还没看|还没确认|没来得及|还没检查|还没试|看看再说|看一下再|回家看|回家再看|到家再|下班再|下班回去|晚点看|等我看|待会看|稍后确认|不在家|在外面|不确定|还不知道|再观察|观察几天|再看看
reply-fine-anywhere = 还可以|还好|还不错|还行|还挺好|还能用|目前正常|没再|没有再
reply-contrast = 但是|但|不过|可是|然而|只是|一半|部分|差不多|几乎|有时|什么时候|怎么
reply-stars-unit = 颗星|星好评|分好评
reply-stars-name = 评分|打分|评价|满意度
reply-stars-bare = 分|颗星|颗|星|个星
reply-stars-giving = 我给|给|我打|打|给你们|我给你们|给师傅|我给师傅
reply-stars-beside = 就|当然|必须|吧|星|颗星|分|颗|嗯|那就
reply-stars-scale = 满分5分|满分五分|5分满分|五分满分|5分制|五分制|满分5星|满分五星|5星满分|五星满分|5颗星里|五颗星里|五颗星中|5颗星中|5星里|五星里
reply-stars-withheld-anywhere = 不能|不想|不会给|不配|不值|给不了|打不了|没法|减|扣|本想|本来|如果
reply-stars-1 = 一颗星|一星好评|打1分|给1分|打一分|给一分|打1星|给1星|给一星|太差了|非常不满意|非常差|零分|0分|零颗星|0颗星|零星|0星|我给1分|我给一分|一星
reply-stars-2 = 两颗星|两星好评|打2分|给2分|打两分|给两分|打2星|给2星|给两星|二颗星|二星好评|打二分|我给2分|我给两分|两星
reply-stars-3 = 三颗星|三星好评|打3分|给3分|打三分|给三分|打3星|给3星|给三星|我给3分|我给三分|三星
reply-stars-4 = 四颗星|四星好评|打4分|给4分|打四分|给四分|打4星|给4星|给四星|我给4分|我给四分|四星
reply-stars-5 = 五颗星|五星好评|打5分|给5分|打五分|给五分|打5星|给5星|给五星|满分|非常满意|五星级|我给5分|我给五分|五星
reply-stars-counted-1 = 一|一个|一颗
reply-stars-counted-2 = 二|两|两个|两颗
reply-stars-counted-3 = 三|三个|三颗
reply-stars-counted-4 = 四|四个|四颗
reply-stars-counted-5 = 五|五个|五颗|全部
