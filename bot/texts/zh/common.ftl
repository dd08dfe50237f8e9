# Words and short phrases used everywhere.
moment-today = 今天 { $time }
moment-tomorrow = 明天 { $time }
moment-in-year = { $year }年{ $moment }
department-managers = 管理所长
address-unknown = 尊敬的住户
address-named = { $name }
unit-full = { $building }栋{ $number }号
unit-number-only = { $number }号
place-shared =
    { $building ->
        [none] {""}
       *[other] { $building }栋{" "}
    }{ $unit ->
        [none] {""}
       *[other] { $unit }号附近{" "}
    }{ $line ->
        [none] {""}
       *[other] { $line }单元{" "}
    }{ $floor ->
        [none] {""}
       *[other] { $floor }层{" "}
    }{ $area ->
        [none] {""}
       *[other] { $area }{" "}
    }{ $car ->
        [none] {""}
       *[other] { $car }
    }
unknown-home = 栋号和室号不详
unknown-phone = 没有电话号码
hours-closed = 现在不是管理处的办公时间，{ $opens } 开门。在那之前有急事，请打值班室电话 { $duty }。

# What people type instead of tapping; words separated by "|".
reply-yes = 是|是的|对|对的|对啊|嗯|嗯嗯|嗯好|恩|好|好的|好啊|好吧|好呀|行|行吧|可以|可以的|没错|同意|我同意|要|要的|需要|麻烦了|麻烦你了|麻烦您了|拜托了|请登记|登记|登记吧|帮我登记|请帮我登记|提交|发送|发吧|转达|请转达|转吧|确认|没问题|当然|拜托|我愿意同意|同意的|愿意|就是那个|就是它|是那个|那个|同一件|是同一件
reply-agree = 同意|我同意|同意的|我愿意同意
reply-courtesy = 谢谢|谢谢你|谢谢您|多谢|谢了|感谢|非常感谢|辛苦了|辛苦您了|知道了|明白了|了解了|收到|再见|拜拜
reply-nod = 嗯|嗯嗯|恩|好|好的|好啊|好吧|行|行吧|嗯好
reply-resigned = 没办法|没办法了|那没办法|只好这样|只能这样|只能这样了|那算了|算了|好吧|那好吧|遗憾|很遗憾|真遗憾|可惜|真可惜|理解|我理解|能理解|可以理解|原来如此|这样啊|是这样啊|我自己修|我自己来|那我自己修吧|那我自己来吧
reply-beside-resigned = 哦|噢|啊|嗯|那|那就|吧|您的|你们的|解释|说明|回复|答复|告知|了|真|有点|我|也
reply-objection-anywhere = 再看|再确认|再查|重新|不同意|不接受|不公平|不合理|不能理解|不理解|无法理解|凭什么
reply-later-anywhere = 晚点发|晚点再发|稍后发|等会儿发|等会发|一会儿发|待会发|待会儿发|回头发|晚上发|明天发|下班发|回家发|回去发|回家拍|回去拍|我看看|我看一下|我查一下|我问问|我问一下|回复您|回复你|稍等|等一下
reply-no = 不|不是|不是的|不对|不用|不用了|不要|不要了|不需要|没有|没|没事|没事了|算了|不行|不可以|不同意|我不同意|不了|不必|暂时不用|先不用
reply-cancel = 取消|取消吧|取消了|我要取消|请取消|撤销|不登记了|不报了|停止|停|算了取消|先不弄了|不弄了|不用了|算了|没事了|不要了|不需要了|不用登记了|不想登记了|不登了|取消登记|取消掉|当我没说
reply-skip = 跳过|略过|没有|没有照片|没照片|没拍|没有图片|以后再说|之后再发|不知道|不清楚|不记得|不确定|无|略|我没有|没有的|不方便|不方便说|不想说|不想留|不留
reply-none = 都不是|全不是|没有一个|没有对的|其他|别的|其它|以上都不是
reply-done = 完了|发完了|好了|没有了|没了|就这些|就这样|结束|完成|都发了
# A number typed instead of tapped; * stands for the digit.
reply-number = 第*个|第*|*号|*个|选*|选第*个|*吧|就*
reply-other-ending = 吗|么|没|吧|呢|没有
reply-sentence-ending = 。
