# 管理员在终端上读的话。每条一行：哪里不对，怎样修正。
# 变量名或“文件:行”由 operator_text.line() 加在前面。

## 设置（环境变量或 .env）
setting-env-file = 文件不能读取；请存为这个用户可读的 UTF-8 文本，格式见 .env.example。
setting-telegram-bot-token = 这不是机器人令牌；请把 @BotFather 显示的整行（数字、冒号、字母）原样复制，不要有空格。
setting-telegram-bot-token-missing = 没有设置；请向 @BotFather 申请机器人并把令牌写入 .env，或者不用令牌，用 `python -m bot sandbox` 试用。
setting-telegram-api-url = 这不是网址；请写 https://host，或删去这一行以使用 Telegram 本身。
setting-staff-chat-id = 这不是群的 id；请写超级群的负数，例如 -1001234567890。
setting-staff-chat-id-missing = 没有设置；请建立带话题的超级群，把机器人加为管理员，在群里写一句话，再把 doctor 列出的群的负数 id 写在这里。
setting-manager-chat-id = 这不是对话 id；请写整数：群是负数，个人是正数。
setting-manager-user-ids = 这不是 Telegram 的 id；请写正整数，用逗号分开，例如 1111,2222。
setting-database-url = 这不是数据库地址；请写 sqlite+aiosqlite:///haedap.db 或 postgresql+asyncpg://user:password@host/name。
setting-database-url-kind = 不认识这种数据库；请用 sqlite+aiosqlite:///FILE 或 postgresql+asyncpg://user:password@host/name。
setting-database-url-file = 没有写文件名；请写 sqlite+aiosqlite:///haedap.db（内存中的数据库在下次启动时会全部丢失）。
setting-office-dir = 这不是文件夹名；请写 office.yaml 所在文件夹的路径。
setting-webhook-url = 这不是网址；请写 https://host/telegram/webhook，或删去这一行以使用长轮询。
setting-webhook-url-path = Telegram 会发送到路径 { $path }，而服务在 { $served } 接收；请写 https://主机{ $served }，除非前面的代理会转到那里。
setting-webhook-secret = 不能使用；请写 1 到 256 个字符，只用 A-Z a-z 0-9 _ - 。
setting-webhook-secret-missing = 设置了 WEBHOOK_URL，但没有设置这一项；请写由 A-Z a-z 0-9 _ - 组成的密钥，让只有 Telegram 可以投递。
setting-manager-chat-same = 与 STAFF_CHAT_ID 是同一个群，对工作人员的投诉会被当事人看到；请给经理另设聊天，或留空并在 MANAGER_USER_IDS 中列出他们。
setting-http-host = 这不是主机；请写监听的地址，例如 127.0.0.1 或 0.0.0.0。
setting-http-port = 这不是端口；请写 1 到 65535 的数（0 表示任选一个空闲端口）。
setting-data-key = 这不是 URL-safe base64；生成密钥：python -c "import base64,os;print(base64.urlsafe_b64encode(os.urandom(32)).decode())"
setting-data-key-length = 长度不是 32 字节；生成密钥：python -c "import base64,os;print(base64.urlsafe_b64encode(os.urandom(32)).decode())"
setting-log-level = 不认识这个级别；请写 DEBUG、INFO、WARNING、ERROR 或 CRITICAL。
setting-log-format = 不认识这个格式；请写 text 或 json。

## 管理处文件夹
office-folder-missing = 这里没有管理处文件夹；请用 `python -m bot init { $folder }` 建立，或改正 OFFICE_DIR。
office-file-missing = 这个文件夹里没有 office.yaml；请用 `python -m bot init DIR` 建立文件夹，或改正 OFFICE_DIR。
office-file-unreadable = 文件不能读取；请存为这个用户可读的 UTF-8 文本。
office-yaml = 这不是 YAML（{ $reason }）；请改正这一行，先看引号和缩进。
office-yaml-reference = 这里不能用引用（`*名称`）；请在每个地方直接写出内容。
office-yaml-deep = 条目嵌套得太深；请参照示例办公室的写法。
office-key-missing = 缺少“{ $word }:”这一行。样本文件夹的 office.yaml 必须包含所有行，请恢复。
office-not-mapping = 这里需要 `名称: 值` 的行；每行写一项。
office-not-list = 这里需要列表；请写成 [ … ]，或每行一个 `- 值`。
office-not-text = 这里需要一个值，不是列表或一组；请写在冒号后面。
office-unknown-key = 不认识“{ $word }”这个名称；请用下列之一：{ $known }。
office-duplicate-key = “{ $word }”在这里第二次出现；请只留一个。
office-language = “{ $value }”不是这个窗口的语言；请从下列中选写：{ $known }。
office-timezone = 不认识时区“{ $value }”；请写 Asia/Seoul 这样的名称。
office-hours = “{ $value }”既不是 always 也不是星期；请写 always，或在下面写 mon-fri: [09:00-18:00] 等。
office-weekday = “{ $value }”不是星期；请用 mon tue wed thu fri sat sun，或 mon-fri 这样的范围。
office-weekday-twice = { $value } 写了两次；请只留一个。
office-range = “{ $value }”不是时间范围；请写成 09:00-18:00，结束晚于开始（24:00 是午夜）。
office-range-overlap = 时间范围“{ $value }”有重叠；请让后一个在前一个结束之后开始。
office-never-open = 没有任何一天有办公时间；请至少写一天，或写 `hours: always`。
office-holidays = “{ $value }”不是 holidays 库里的国家；请写 KR 这样的代码，或 none。
office-date = “{ $value }”不是日期；请写成 2026-10-03。
office-day-of-month = “{ $value }”不是一个月里的日子；请写 1 到 31，或者 last（月末）。
office-date-both = { $value } 同时在 closed_on 和 open_on 里；请只留一个。
office-quiet-hours = “{ $value }”不是时间范围；请写 22:00-08:00，或 none。
office-phone = “{ $value }”不是电话号码；只能写数字、空格和 ( ) . - ，例如 02-123-4567。
office-short-name = “{ $value }”这个名称不能用在答复里；只能写小写英文字母、数字和 _ 。
office-duration = “{ $value }”不是时长；请写 500ms、45s、30m、2h、7d 或 none。
office-duration-none = 这里不能写 none；请写时长，例如 150s。
office-duration-zero = 没有间隔会无休止地重复；请写时长，例如 10m，或写 none 关闭。
office-chat = “{ $value }”不是群的 id；请写超级群的负数，例如 -1001234567890。
office-department-name = 部门“{ $value }”没有名称；请写 name: {"{"}ko: …, en: …{"}"}。
office-department-managers = 与 MANAGER_CHAT_ID 是同一个群，对工作人员的投诉会被当事人看到；请给部门用另一个群。
office-department-id = 部门不能叫“{ $value }”；请用小写英文字母、数字和 _ 写，最多24个字，也不要用 manager，它表示只有管理者能看的事。
office-id-long = id“{ $word }”太长，按钮放不下；请最多写 { $most } 个英文字母。
office-yes-no = “{ $value }”既不是 true 也不是 false；请写其中之一，或删去这一行。
office-answer-unknown = 没有“{ $word }”这个项目；请用示例答复或本文件夹 intents/ 里的 id。
office-answer-field = 缺少“{ $field }”；答复需要 text、source 和 reviewed。
office-link = “{ $value }”不是网址；请在前面写上 https://。
office-variable = 不认识变量“{ $value }”；请用下列之一：{ $known }。要写花括号请写两个。
office-emergency-unknown = 没有“{ $word }”这种紧急情况；请用下列之一：{ $known }。
office-emergency-branch = 缺少“{ $field }”；紧急说明需要 text，每个分支需要 button 和 text。
office-button-long = 按钮有 { $length } 个字；手机上最多放得下 40 个。
office-words-missing = 缺少“{ $word }”；用词文件需要示例里的所有名称。
office-words-count = “{ $word }”需要 { $count } 项；请按顺序各写一项。
office-words-slots = “{ $word }”里必须正好有这些花括号：{ $slots }；请照这里的样子写。
office-words-file = 没有语言“{ $language }”的用词；请把示例的 words/en.yaml 复制为 words/{ $language }.yaml 并翻译。
office-sample-on-telegram = 这是示例管理处，电话号码不是真的；请用 `python -m bot init DIR` 建立自己的，写上您的号码，删去 `sample: true` 这一行，并设置 OFFICE_DIR。
office-phone-borrowed = 缺少号码“{ $name }”，而示例的号码不是真的；请加到 phones 下面。
init-not-empty = { $folder } 不是空的；请选择新的文件夹。
init-failed = { $folder } 不能写入（{ $reason }）；请选择这个用户可写的文件夹。
init-done = { $folder } 里是示例管理处的副本。请在 office.yaml 里写上您自己的名称和号码，删去 `sample: true` 这一行，通读 answers/，然后在 .env 里设置 OFFICE_DIR={ $folder }。

## 数据库
database-unreachable = 无法连接数据库（{ $reason }）；请检查 DATABASE_URL，并确认服务器在运行。
database-address = 这不是数据库地址；请写 sqlite+aiosqlite:///FILE 或 postgresql+asyncpg://user:password@host/name。
database-address-kind = 不支持 { $kind } 数据库；请写 sqlite+aiosqlite:///FILE 或 postgresql+asyncpg://user:password@host/name。
database-folder-missing = 文件夹 { $folder } 不存在；请建立它，或改正 DATABASE_URL。
database-not-a-database = { $file } 不是 SQLite 数据库，或已损坏；请把它移走并恢复备份。
database-file-unwritable = 数据库文件 { $file } 不能写入；请让当前用户能写这个文件和它的文件夹。
database-locked = 另一个进程占用了数据库；请等它结束或停止它。
database-newer = 数据库由更新的版本写成（{ $revision }）；请更新本程序，或恢复备份。
database-behind = 数据库是旧的格式（{ $revision }）；请运行 `python -m storage upgrade`。
database-tables-missing = 数据库缺少数据表（{ $count } 个）：{ $tables }。请停止服务并恢复备份。
database-other-bot = 这个数据库属于机器人 { $expected }，令牌属于 { $actual }；请把 DATABASE_URL 设为那个机器人自己的数据库。
database-sqlite-setting = SQLite 不接受设置 { $setting }；请把文件放在本机磁盘上。
database-postgresql-setting = PostgreSQL 的 { $setting } = { $found }，需要的是 { $wanted }；请为这个数据库修改（ALTER DATABASE … SET …；编码在建立数据库时选定）。
database-postgresql-rights = 角色 { $role } 不能修改这个数据库的表；请把它设为所有者，或授予所有表的 SELECT、INSERT、UPDATE、DELETE 权限和所有序列的 USAGE 权限（还没有表时，也要模式的 CREATE 权限）。
database-upgrade-failed = 数据库升级已撤回，没有任何改变（{ $reason }）；请修正后重新启动，或恢复备份。
database-data-key-length = 长度不是 32 字节；生成密钥：python -c "import base64,os;print(base64.urlsafe_b64encode(os.urandom(32)).decode())"
database-data-key-missing = 没有设置，但数据库里的姓名和号码是加密的；请设置当时加密用的密钥。
database-data-key-wrong = 这不是加密数据库里姓名和号码的密钥；请设置当时用的那个。
database-sealed-unreadable = 数据库里有姓名或号码的格式是本版本不认识的；请更新本程序。

## Telegram
api-unreachable = 无法连到 { $host } 的 Telegram（{ $reason }）；请检查网络和 TELEGRAM_API_URL。
api-token-refused = Telegram 不接受这个令牌；请从 @BotFather 重新复制到 TELEGRAM_BOT_TOKEN。
api-second-poller = 另一个程序在取这个机器人的消息；请停止它，或给本服务单独的机器人。
api-webhook-refused = Telegram 拒绝了 webhook（{ $reason }）；WEBHOOK_URL 必须能从外面用 https 访问。
api-staff-chat-missing = 找不到员工群 { $chat }；请把机器人加进去并检查这个 id。
api-staff-chat-no-forum = 员工群 { $chat } 没有话题；请在群设置里开启。
api-staff-chat-upgraded = 群 { $chat } 变成了超级群；请在这里写新的 id { $new }。
api-staff-chat-right-missing = 机器人在 { $chat } 里没有“{ $right }”权限；请设为有这项权限的管理员。
api-staff-chat-not-admin = 机器人在 { $chat } 里不是管理员；请设为管理员，并给管理话题和置顶的权限。
api-privacy-mode = 机器人看不到群里的普通消息；请在 @BotFather 关闭 privacy mode 并重新加入机器人。
api-manager-chat-missing = 无法向管理者对话 { $chat } 发消息；请把机器人加进去，或让管理者点“开始”，并检查 MANAGER_CHAT_ID。
api-manager-not-started = 管理者 { $user } 还没有点“开始”，收不到私信；在那之前使用管理者对话。
api-manager-silent = 管理者 { $user } 还没有点“开始”，收不到提醒。如果没有任何管理者能收到，提醒会发到员工群，对工作人员的投诉则没有人能收到。
api-manager-none = 没有设置管理者：提醒会发到员工群，但没有人可以确认，对工作人员的投诉没有人能收到。请设置 MANAGER_CHAT_ID 或 MANAGER_USER_IDS。

## HTTP
http-port-taken = { $host }:{ $port } 正被另一个程序使用；请停止它，或选择另一个 HTTP_PORT。
http-host-unusable = 这台机器没有地址 { $host }；请把 HTTP_HOST 设为 127.0.0.1 或 0.0.0.0。

## 其他
unexpected = 发生了意外情况（{ $reason }）；详情见日志中的 { $id }。

## doctor
doctor-group-seen = 机器人在群“{ $name }”里，群的 id 是 { $chat }。
doctor-person-seen = { $name } 给机器人写过消息，id 是 { $chat }。
doctor-well = 一切正常。

## 例句
catalogue-wrong = { $problem }
training-begins = 正在学习例句，只在第一次启动和例句变化之后需要，两个核心大约十五秒。也可以在启动前用 `python -m intents train` 先做好。
commands-not-shown = Telegram 没有接受命令列表（{ $reasons }）；命令仍可直接输入。请确认机器人在这些聊天里、管理人员已点 Start，然后重新启动。
service-group-barred = 机器人无法在群 { $chat } 里发消息；请重新加入并设为管理员，在此之前要发的内容都会保留。
service-group-mended = 机器人又能在群 { $chat } 里发消息了；接着发送积压的内容。
service-ready = 准备好了，开始接收消息。
training-failed = 学习例句时中途停止：{ $reason }。请确认内存和磁盘空间足够，然后重新启动。
