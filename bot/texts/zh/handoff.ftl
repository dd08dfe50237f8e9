# What owners read when a person is asked for, comes and goes.
owner-human-queued =
    { $who }，已经转告工作人员，您排在第 { $position } 位。{ $wait ->
        [known] 一般 { $lasts }内会答复您。
       *[none] 轮到您时，会马上在这里答复。
    }
    等待时您写的内容也会原样转达。如有急事，请打 { $duty }。
duration-minutes = { $count } 分钟
duration-hours = 约 { $count } 小时
duration-days = 约 { $count } 天
owner-human-closed =
    { $who }，现在不是管理处的办公时间。{ $opens } 开门后，工作人员会答复您。
    在那之前您写的内容会原样转达。等不及的事，请打值班室电话 { $duty }。
owner-human-held = { $holder } 正在看这个对话，请直接写。
owner-human-claimed = { $who }，您好。我是 { $holder }，正在看您写的内容。
owner-human-released = { $who }，已请另一位工作人员接着答复您，请稍等。
owner-human-back = { $who }，与工作人员的对话已结束，现在由自动服务接待。有想问的，随时写给我们。
owner-human-lease-ended = { $who }，有一会儿没有新消息，现在由自动服务接待。{ $reported ->
        [yes] 已登记的事，工作人员会继续处理。
       *[no] 还有需要，请随时写。
    }
owner-human-lapsed-unanswered = { $who }，很抱歉让您久等，工作人员没能及时答复，现在由自动服务接待。已登记的事，工作人员会继续处理。
owner-human-lapsed-waiting = { $who }，很抱歉让您久等，刚才没能及时答复。已转告其他工作人员接着答复您。
owner-human-transferred = 您的话已转给{ $department }，他们会在这里接着答复您。
owner-human-album = ↪ 这是对这句话的答复照片。
owner-staff-kept =
    您关于工作人员的话只转给了管理所长。编号是 { $number }，管理所长了解后会答复您。{ $talking ->
        [yes] 要对工作人员说的话，请另外写。
       *[no] 其他内容请另外写。
    }
owner-staff-passed-on = 这句话已经转告工作人员。
button-tell-staff = 转告工作人员
owner-human-cancelled = 已取消等待工作人员，现在由自动服务为您解答。
