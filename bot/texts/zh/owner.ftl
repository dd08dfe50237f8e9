language-name = 中文
owner-choose-language = 请选择语言。
owner-language-set = 以后用中文为您服务。
owner-welcome =
    您好。这里是{ $office }的对话窗口“Haedap”。
    想问的事，像平时说话一样写就好。不方便的事我们会登记并转给负责部门，直到把结果告诉您。
owner-privacy =
    ■ 个人信息说明
    • 收集什么：栋号和室号、姓名、电话，以及您发来的文字和照片
    • 用来做什么：处理您的事，并告诉您结果
    • 保存多久：处理结束后最多三年，之后删除
    • 谁能看到：{ $seen_by ->
        [managers] 这件事只有管理所长能看到
       *[staff] 只有管理处的工作人员
    }
owner-consent-ask = 不同意也可以提问和报告紧急情况。您同意吗？
owner-consented = 谢谢。有什么可以帮您的？直接写，或者点下面的按钮。
owner-not-consented = 明白了。提问和报告紧急情况仍然可以。您登记事情时我们会再问一次。
owner-welcome-back = { $who }，又见面了。有什么可以帮您的？
owner-first-hello = 欢迎您。这个对话由{ $office }管理。要更换语言或看个人信息说明，请点 /start 。
owner-help =
    您可以这样写：
    • “管理费几号之前交？”之类的问题
    • “天花板漏水”之类的情况（可以发照片）
    • “着火了”、“困在电梯里了”等紧急情况：不分时间，马上写

    /tickets 我的登记
    /new 登记一件事
    /human 和工作人员谈
    /cancel 停止正在登记的事
    /language 更换语言
    /me 我的信息
    /privacy 个人信息说明
owner-me =
    这是管理处保存的您的信息。
    • 姓名：{ $name }
    • 住址：{ $home }
    • 电话：{ $phone }
    • { $consent }
    如果想删除，请告诉工作人员。
owner-me-unknown = 还没有
owner-me-consented = 您已同意个人信息说明
owner-me-no-consent = 您还没有同意个人信息说明
owner-profile-ask = 请把要改的内容写在一条消息里。例如：101栋1203号 王芳 010-1234-5678
owner-profile-saved = 已修改。可以用 /me 查看。
owner-profile-unclear = 请写栋号和室号、姓名、电话中要改的内容。例如：101栋1203号，或者 010-1234-5678
owner-greeting = { $who }，您好。这里是管理处。有什么可以帮您的？
owner-what-help = 有什么可以帮您？直接写给我们，或者在下面选择。
owner-all-right = 好的。还有需要的话，写给我们就好。
owner-thanks = 谢谢您，{ $who }。需要时随时写给我们。
owner-nothing-to-cancel = 现在没有正在登记的事。要撤销以前登记的事，请在 /tickets 里选择。
owner-old-button = 这是以前的按钮。请看下面最新的消息。
owner-trouble = 处理您的消息时出了问题，已经转给工作人员，他们看过后会联系您。如有急事，请打 { $phone }。
menu-new = 登记一件事
menu-tickets = 我的登记
menu-human = 找工作人员
menu-help = 帮助
menu-me = 我的信息
menu-language = 语言 (언어)
button-consent = 同意
button-later = 以后再说
button-person = 和工作人员谈
button-edit-profile = 修改我的信息

# Whoever asks who answers here; `beside` may stand around it.
owner-what-i-am = 我不是真人，是{ $office }的自动服务窗口“Haedap”。我回答问题，也把您反映的事登记下来转给工作人员。想和真人说话，请点下面。
reply-are-you = 你是机器人吗|您是机器人吗|你是机器人|是机器人吗|是不是机器人|你是不是机器人|你是真人吗|您是真人吗|是真人吗|是不是真人|你是人吗|你是人工吗|是人工吗|你是AI吗|你是人工智能吗|是自动回复吗|你是谁|您是谁
reply-beside-are-you = 请问|还是|真人|人工|机器人|你|您|到底|喂|你好|您好

# A message that is to reach the head of the office: whom, and what is to be done; `beside` may stand around it.
reply-head-of-office = 所长|经理|主任|负责人|领导|管理处经理|管理处所长
reply-pass-on = 转告|请转告|帮我转告|转达|请转达|转达给|告诉|请告诉|帮我告诉|我有话跟|我有话要跟|说|讲|反映给
reply-beside-pass-on = 请|帮我|给|这件事|这个|一下|你们|你们的|我要|想跟|跟
