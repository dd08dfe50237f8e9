manager-help =
    需要人处理的提醒会发到这里。看过后请点提醒下面的“已知悉”，在那之前会再次提醒。

    /queue 正在处理的事
    /report 今天的报告（week 本周、month 本月，或者写起止日期 2026-11-01 2026-11-24）
    /reload 修改办公时间、说明和例句后重新读取

    关于工作人员的投诉只以卡片发到这里，回复提醒或卡片即可。
manager-hint =
    这里可以用：
    /queue 正在处理的事 · /report 今天的报告 · /help 全部
    要对住户说的话，请回复 🔒 提醒、卡片或住户的话来写。
manager-report =
    📊 { $first } ~ { $last }
    登记 { $received } · 处理 { $resolved } · 重新处理 { $reopened }
    正在处理 { $open }（超过时限 { $overdue }）
    首次答复（中位数）：{ $response }
    住户说已解决 { $solved } · 说还没有 { $notsolved }
    满意度：{ $stars }（{ $ratings } 条）
manager-report-unclear = 没有看懂日期。请写成 /report today、/report week、/report month 或 /report 2026-11-01 2026-11-24。
manager-none = 无
manager-queue = 正在处理的事：
manager-queue-empty = 现在没有正在处理的事。
manager-queue-waiting = 🙋 { $who } 正在等工作人员（已 { $lasted }）
manager-queue-line = { $mark } { $number } { $title } · { $who } · { $department } · 负责人 { $holder } · 已 { $lasted }
manager-queue-more = 另外还有 { $count } 项。
reply-span-today = 今天|今日
reply-span-yesterday = 昨天|昨日
reply-span-week = 本周|这周|这个星期
reply-span-month = 本月|这个月
reply-span-between = 到|至
knowledge-asked = 正在重新读取说明和例句，完成后告诉您。
knowledge-fresh = 🔄 说明和例句已重新读取，共 { $examples } 条例句。
knowledge-wrong =
    ⚠️ 没能重新读取，继续使用原来的内容。改好后请再发 /reload。
    { $problems }
knowledge-no-such-intent = 没有名为“{ $intent }”的项目。
