# What `python -m bot` and the launcher of the sandbox say on the terminal.

## Commands
terminal-about = The chat desk of a residential management office.
terminal-run = start the service (without a command and without a token: the sandbox)
terminal-clock = the sandbox's clock: business time is real time plus the offset in this file, and settings come from the environment alone
terminal-sandbox = try everything in a browser, without Telegram
terminal-data = folder of the sandbox (default: .sandbox/ in the project)
terminal-doctor = look at token, chats, rights and database, and say how to mend what is wrong
terminal-init = copy the sample office to a folder of your own
terminal-folder = the folder to be made
terminal-usage = { $problem }; `python -m bot --help` shows what there is.
terminal-clock-refused = business time is only moved in the sandbox; take --clock out, or set TELEGRAM_API_URL to a loopback address such as http://127.0.0.1:8080.
terminal-stopped = Stopped.

## The sandbox's launcher
terminal-page = Sandbox: { $url }  (open it in a browser)
terminal-service = Service: { $url }/healthz  /readyz  /metrics
terminal-kept = Everything is kept in { $folder }. Ctrl-C stops.
terminal-folder-unusable = the folder { $folder } cannot be used ({ $reason }); choose another with --data.
terminal-no-port = no port from { $first } to { $last } is free for the service; choose another HTTP_PORT.
terminal-died = { $name } ended ({ $reason }); it starts again in { $seconds } s.
terminal-gave-up = { $name } could not start; the line above says why.
terminal-exit-code = exit code { $code }
terminal-signal = signal { $signal }
terminal-name-service = The service
terminal-name-look-alike = The look-alike of Telegram
terminal-emptied = Everything was forgotten; the service starts with an empty database.
terminal-not-emptied = The page forgot everything, but DATABASE_URL names a database of your own: it keeps its rows. Empty it yourself.
