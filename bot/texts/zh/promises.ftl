# What was promised about a matter, what is late, and what is said about it unasked.
promise-late-first = 我们说过在{ $time } 前先与您联系，到现在还没有联系，让您久等了，很抱歉。
promise-visit = 已定好{ $time } 接着处理。
promise-late-visit = 我们说过{ $time } 接着处理，到现在还没有给您消息，让您久等了，很抱歉。
promise-late-result = 我们本来争取在{ $time } 前告诉您结果，现在要晚一些，让您久等了，很抱歉。
promise-asked = 您还在等这件事，我们已再次转告{ $department }。如有急事，请打 { $phone }。
promise-short-first = { $time } 前先联系
promise-short-visit = { $time } 接着处理
promise-short-result = 争取{ $time } 前有结果
promise-short-late = 原定{ $time }，要晚一些
late-first =
    { $who }，{ $number }（{ $title }）这件事，我们说过在{ $time } 前与您联系，到现在还没有联系，让您久等了，很抱歉。
    已再次通知{ $department }。{ $again } 前会在这里告诉您进展。如有急事，请打 { $phone }。
late-first-again =
    { $who }，{ $number }（{ $title }）这件事还没有定下由谁处理，再次向您道歉。
    已告知管理所长，一有人负责就马上在这里告诉您。等不及的话，请打 { $phone }。
late-visit =
    { $who }，{ $number }（{ $title }）这件事，我们说过{ $time } 接着处理，到现在还没有给您消息，让您久等了，很抱歉。
    已再次通知{ $department }。如有急事，请打 { $phone }。
late-dispatch =
    { $who }，{ $number }（{ $title }）这件事还没有收到已处理的答复，让您久等了，很抱歉。
    已再次通知{ $department }。如有急事，请打 { $phone }。
late-despair =
    值班人员还没能回复您，我们很牵挂。请不要一个人承受，拨打 { $lifeline }，夜里也有人接。
    值班室：{ $duty }
    如果现在有生命危险，请打 { $fire }。
late-emergency =
    { $number }（{ $title }）：值班人员还没有答复。
    请马上打值班室电话 { $duty }。
    有危险请打 119。
late-person =
    { $who }，让您久等了，很抱歉。现在还没有能答复您的工作人员，您排在第 { $position } 位。
    已再次通知工作人员，{ $again } 前会告诉您进展。如有急事，请打 { $phone }。
late-person-again =
    { $who }，现在还没有能答复您的工作人员，再次向您道歉。已告知管理所长，轮到您时会马上在这里答复。
    等不及的话，请打 { $phone }。

# What staff read about it.
tickets-owner-asks = ⏰ 住户问 { $number } 什么时候能办。我们说过的时间是{ $time } 前。请先与住户联系。
tickets-told-late = ⏰ 已告诉住户 { $number } 要晚一些。请在{ $again } 前联系。
staff-told-late = ⏰ 已告诉住户答复要晚一些。请在{ $again } 前接手。

# What people write who wait; phrases separated by "|". "anywhere": counts wherever it stands in a short message.
reply-asks-when-anywhere = 什么时候来|什么时候能来|几点来|何时来|什么时候有人|什么时候修|什么时候好|还要等多久|要等多久|怎么还没来|怎么还不来|怎么没人来|没人来|没人联系|没有联系|没消息|没有消息|怎么没有消息
reply-comes-when = 几点来|几点来啊|几点过来|几点能来|什么时候来|什么时候过来|什么时候能来|大概几点来|几点能来|什么时候能来|大概什么时候来|几点过来|什么时候过来
reply-comes-when-beside = 那|那么|请问|你们|师傅|今天|明天|大概|好的|谢谢
reply-anybody-there-anywhere = 有人吗|没有人吗|没人吗|在吗|怎么没人|怎么不回|没人回|有人在
reply-goes-on-anywhere = 还在漏|还是不|仍然|一直|又漏|又坏|越来越|没修好|更严重|更厉害|更大了|更多了|比刚才|比之前|越漏越
reply-again-anywhere = 又|再次|复发|再度

# 关于上门的愿望：什么时候在家、怎么来。“几点来？”不是愿望。
reply-visit-wish-anywhere = 以后来|之后来|以前来|之前来|点后来|点来吧|上午来|下午来|晚上来|明天来|周末来|再来|别来|不要来|不用来|派人|叫人来|快来|在家|不在家|没人在家|按门铃|门铃|敲门|来之前|来前|有狗|有猫|只有上午|只有下午|只有晚上
reply-question-anywhere = 什么|几点|多久|怎么|为什么|哪里|哪儿|谁|吗|进度|情况

# 来过但没修好。只由这些词组成的话不是对工作人员的投诉，而是事情的进展。
reply-visit-who = 师傅|维修师傅|修理师傅|工人|维修工|维修人员|工作人员|物业的人|物业的师傅|你们的人|有人|物业
reply-visit-came = 来了|来过|来过了|来看了|来看过|来看过了|来修了|来修过|上门了|上门看了|上门
reply-visit-failed = 没修好|没有修好|没能修好|修不好|没修|没修成|没解决|没有解决|没能解决|还是坏的|还是不行|还是老样子|还是漏水|还漏水|还在漏|还在漏水|没找到原因|没有找到原因|找不到原因|没有配件|没配件|缺配件
reply-visit-beside = 但是|但|可是|不过|就走了|走了|就回去了|昨天|今天|刚才|刚刚|上午|下午|又|看了看|检查了|你好
