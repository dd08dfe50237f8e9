emergency-check =
    现在有人处于危险中吗？（{ $title }）
    如果有生命危险，请先打 119。
    值班室：{ $duty }
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
emergency-noted = 已马上转告值班人员。
emergency-not = 明白了。一旦有危险，请马上写给我们。
emergency-report-kept = 等您安全了再说。刚才正在登记的“{ $title }”还保留着。要继续吗？
button-go-on-reporting = 继续登记
button-drop-report = 不登记了
