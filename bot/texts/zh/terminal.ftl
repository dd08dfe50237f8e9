# `python -m bot` 和沙盒启动器在终端上说的话。

## 命令
terminal-about = 住宅小区管理处的对话窗口。
terminal-run = 启动服务（没有命令也没有令牌时：沙盒）
terminal-clock = 沙盒的时钟：业务时间是实际时间加上这个文件里的差值，设置只取自环境变量
terminal-sandbox = 不用 Telegram，在浏览器里试用全部功能
terminal-data = 沙盒的文件夹（默认：项目里的 .sandbox/）
terminal-doctor = 检查令牌、对话、权限和数据库，并说明怎样修正
terminal-init = 把示例管理处复制到您自己的文件夹
terminal-folder = 要新建的文件夹
terminal-usage = { $problem }；可用的命令请看 `python -m bot --help`。
terminal-clock-refused = 只有在沙盒里可以移动业务时间；请去掉 --clock，或把 TELEGRAM_API_URL 设为本机地址，例如 http://127.0.0.1:8080。
terminal-stopped = 已停止。

## 沙盒启动器
terminal-page = 沙盒：{ $url }  （请在浏览器打开）
terminal-service = 服务：{ $url }/healthz  /readyz  /metrics
terminal-kept = 所有内容保存在 { $folder }。按 Ctrl-C 停止。
terminal-folder-unusable = 文件夹 { $folder } 不能使用（{ $reason }）；请用 --data 选择另一个。
terminal-no-port = 从 { $first } 到 { $last } 没有空闲端口给服务使用；请选择另一个 HTTP_PORT。
terminal-died = { $name }结束了（{ $reason }），{ $seconds } 秒后重新启动。
terminal-gave-up = { $name }没能启动，原因见上一行。
terminal-exit-code = 退出码 { $code }
terminal-signal = 信号 { $signal }
terminal-name-service = 服务
terminal-name-look-alike = Telegram 的替身
terminal-emptied = 已全部清除；服务以空数据库重新启动。
terminal-not-emptied = 页面已全部清除，但 DATABASE_URL 指定的是您自己的数据库，其中的记录仍然保留。请自行清空。
