intake-heard = { $who }，您说的是“{ $title }”。我们登记后会转给负责部门。
intake-heard-managers = { $who }，您说的是“{ $title }”。我们会登记，只有管理所长能看到。
intake-what = 请写一下是什么情况，好吗？也可以发照片或语音。
intake-what-again = 能用一两句话写一下是什么情况吗？不方便打字的话，请点“和工作人员谈”。
intake-happened = 能再说一下当时的情况吗？什么时候、在哪里、哪位工作人员、怎么说或怎么做的，知道多少写多少就好。
intake-happened-again = 什么时候、在哪里、发生了什么？写几句就好；不方便的话请点“跳过”。
intake-place =
    { $area ->
        [none] 是在哪里？例如：103栋前面的停车场、2单元7楼走廊
       *[other] 是哪里的{ $area }？请写一下几栋几层，或者靠近哪个出入口。
    }
intake-place-again = 为了让工作人员找得到，能再说一下具体位置吗？不清楚的话请点“跳过”。
intake-consent = 不同意也可以登记。那样我们不问、也不保存您的姓名和电话，负责的人只看到您在 Telegram 上显示的名字，答复会发到这里。您同意吗？
intake-consent-again = 您是否同意个人信息说明？请在下面选择。不同意也可以登记。
intake-home = 您住几栋几号？例如：101栋1203号
intake-home-again = 没有看懂您的栋号和室号。能像“101栋1203号”这样写吗？
intake-name = 请问您怎么称呼？
intake-name-again = 请只写姓名，好吗？例如：王芳
intake-phone = 请留一个能联系到您的电话号码，好吗？例如：010-1234-5678
intake-phone-again = 没有看懂电话号码。能像“010-1234-5678”这样用数字写吗？
intake-summary = 这样登记可以吗？[{ $title }]
intake-noted = 这些也一起记下了：“{ $words }”
intake-noted-other = “{ $title }”也记下了，这件登记好以后马上接着登记。
intake-summary-words = • 内容：{ $words }
intake-summary-where = • 地点：{ $where }
intake-summary-since = • 从何时起：{ $since }
intake-summary-contact = • 联系方式：{ $contact }
intake-summary-photos = • 照片和文件：{ $count } 个
intake-summary-also = • 接着登记：{ $titles }
intake-summary-department = • 负责部门：{ $department }
intake-summary-ask-photo = 有照片的话请现在发来。没有问题请点“登记”。
intake-summary-ask = 没有问题请点“登记”。
intake-joined = 一起记下的内容已补充到已登记的 { $number }。
intake-edit = 请重新写一下内容。您发来的照片会保留。
intake-cancelled = 已停止登记，没有转给任何人。需要时随时再写。
intake-reminder = 您之前写的内容还没有登记。要接着写吗？
intake-submitted-by-itself = 为免遗漏，已按您目前写的内容登记。
intake-left-open = 您填写的“{ $title }”还没有填完，所以还没有转达。要就这样登记，还是接着写？
button-submit = 登记
button-submit-as-is = 就这样登记
button-edit = 修改
button-cancel = 取消
button-skip = 跳过
button-without = 不同意，仍然登记

receipt = 已登记。编号 { $number }，由{ $department }负责。
receipt-expected = 我们争取在{ $time } 前告诉您结果。
receipt-first = { $department }会在{ $time } 前先与您联系。
receipt-first-managers = 管理所长会在{ $time } 前先与您联系。
receipt-timeline = 进展可以用 /tickets 查看。处理好以后，我们会告诉您结果，并问您是否真的解决了。
receipt-advise = 管理处可以查看并请对方配合。查看的情况会告诉您。
receipt-dispatch = { $who }，已马上转告{ $department }。编号是 { $number }。如果能补充车牌号或位置，我们会一并转达。解决后请点下面的按钮。
receipt-feedback-suggestion = 谢谢您的好建议，{ $who }。已原样转给{ $department }。（编号 { $number }）
receipt-feedback-praise = 谢谢您温暖的话，{ $who }。我们会原样转给{ $department }。（编号 { $number }）
receipt-private = 谢谢您告诉我们。这些内容只有管理所长能看到。编号是 { $number }。
button-ticket-done = 已经解决
intake-over-by-itself = 那就好。“{ $title }”还没有登记。还要登记吗？
intake-kept = 您刚才填写的“{ $title }”还保留着。要继续登记吗？
intake-kept-meanwhile = 您刚才填写的“{ $title }”先为您保留。
intake-not-recorded = “{ $title }”还没有登记。您写的内容都在。
intake-not-recorded-go-on = “{ $title }”还没有登记。您写的内容都在。要继续登记吗？

# What is no word of a report, whatever was asked; phrases separated by "|".
reply-not-yet = 还没|还没有|还没呢|还没有呢
reply-back-again = 我回来了|我又来了|我又回来了|又来了|回来了

reply-dont-submit = 不要提交|别提交|不要登记|别登记|不要发|别发|不要发送|不用提交
reply-wait = 等一下|等等|等一等|稍等|稍等一下|先等等|先别提交|先不要提交|先别发|先别登记|还没|还不要|让我看看|我再看看|我想想
reply-mistaken = 错了|不对|不是这样|写错了|弄错了|有误|要改|我要改|改一下|修改|重新写
# 还没登记就好了。
reply-over-by-itself = 水来了|电来了|好了|修好了|来水了|来电了|有水了|有电了|有热水了|暖和了|热了|不漏了|不响了|安静了|找到了|能动了|动了|正常了|恢复了|恢复正常了|通了|开了|可以用了|能用了|解决了
reply-beside-over-by-itself = 啊|哦|现在|已经|又|自己|刚刚|刚才|突然|我|电梯|水|电|暖气|谢谢|不用了|算了

# What people type in the middle of a report besides: to go on without consent, to hand it in without more questions,
# whether it is recorded, and what they have not got or will not tell; `beside` may stand around it.
reply-without-consent = 不同意，仍然登记|不同意也登记|不同意但登记|不同意但要登记|不同意也要登记|不同意，请登记|不同意直接登记
reply-record-it = 登记|登记吧|请登记|帮我登记|请帮我登记|给我登记|提交|提交吧|请提交|直接登记|直接提交|受理|请受理
reply-beside-record = 直接|先|就|这样|就这样|请|吧|那|那就|不留电话|没有电话|好的|好
reply-beside-accept = 麻烦|麻烦您|麻烦你|请|帮我|帮忙|替我|一下|吧|那|那就|就|了|啊|啦|您|你
reply-recorded-anywhere = 登记了吗|登记了没|登记好了吗|登记好了没|登记上了吗|提交了吗|提交了没|有没有登记|受理了吗|登记成功
reply-recorded-otherwise = 监控|摄像|录像|录音|视频
reply-nothing-home = 地址|房号|门牌
reply-nothing-name = 名字|姓名
reply-nothing-phone = 电话|手机|号码|电话号码|手机号|手机号码|联系方式
reply-beside-nothing = 我|现在|这里|啊|呢|也|的
reply-lacking = 没有|没|不想留|不想说|不想给|不留|不给|不用

# Second thoughts after a report was dropped: why is it not recorded?
intake-taken-up = 我们接着登记刚才停下的这件事。您写的内容都在。
reply-protest-anywhere = 为什么不登记|为什么没登记|怎么不登记|怎么没登记|我要登记|叫你登记|让你登记|没有取消|没取消|别取消|不要取消|按错了|点错了
