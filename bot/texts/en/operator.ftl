# What the operator reads on the terminal. One line each: what is wrong; how to mend it.
# The variable's name or file:line is put in front by operator_text.line().

## Settings (environment or .env)
setting-env-file = the file cannot be read; save it as UTF-8 text that this user may read, .env.example shows the form.
setting-telegram-bot-token = this is not a bot token; copy the whole line that @BotFather shows (digits, a colon, letters), without spaces.
setting-telegram-bot-token-missing = not set; ask @BotFather for a bot and put its token into .env, or run `python -m bot sandbox` to try without one.
setting-telegram-api-url = this is not a web address; write https://host, or take the line out to use Telegram itself.
setting-staff-chat-id = this is not the id of a group; write the supergroup's negative number, such as -1001234567890.
setting-staff-chat-id-missing = not set; make a supergroup with topics, add the bot as administrator, write something there, and put the group's negative id here: doctor names the groups that it finds.
setting-manager-chat-id = this is not a chat id; write a whole number: negative for a group, positive for one person.
setting-manager-user-ids = these are not Telegram ids; write positive whole numbers with commas between them, such as 1111,2222.
setting-database-url = this is not a database address; write sqlite+aiosqlite:///haedap.db or postgresql+asyncpg://user:password@host/name.
setting-database-url-kind = this kind of database is not known; use sqlite+aiosqlite:///FILE or postgresql+asyncpg://user:password@host/name.
setting-database-url-file = no file is named; write sqlite+aiosqlite:///haedap.db (a database in memory would lose everything at the next start).
setting-office-dir = this is not a folder name; write the path of the folder that holds office.yaml.
setting-webhook-url = this is not a web address; write https://host/telegram/webhook, or take the line out to use long polling.
setting-webhook-url-path = Telegram would deliver to the path { $path }, but the service answers at { $served }; write https://host{ $served }, unless a proxy in front leads there.
setting-webhook-secret = not usable; write 1 to 256 characters out of A-Z a-z 0-9 _ - .
setting-webhook-secret-missing = not set, but WEBHOOK_URL is; write a secret of A-Z a-z 0-9 _ - so that only Telegram can deliver.
setting-manager-chat-same = the same group as STAFF_CHAT_ID, where complaints about staff would be read by those they are about; give the managers a chat of their own, or leave this empty and list them in MANAGER_USER_IDS.
setting-http-host = this is not a host; write an address to listen on, such as 127.0.0.1 or 0.0.0.0.
setting-http-port = this is not a port; write a number from 1 to 65535 (0 takes any free one).
setting-data-key = this is not URL-safe base64; make a key with: python -c "import base64,os;print(base64.urlsafe_b64encode(os.urandom(32)).decode())"
setting-data-key-length = this is not 32 bytes long; make a key with: python -c "import base64,os;print(base64.urlsafe_b64encode(os.urandom(32)).decode())"
setting-log-level = this level is not known; write DEBUG, INFO, WARNING, ERROR or CRITICAL.
setting-log-format = this format is not known; write text or json.

## Office folder
office-folder-missing = there is no office folder here; make one with `python -m bot init { $folder }` or mend OFFICE_DIR.
office-file-missing = there is no office.yaml in this folder; make a folder with `python -m bot init DIR` or mend OFFICE_DIR.
office-file-unreadable = the file cannot be read; save it as UTF-8 text that this user may read.
office-yaml = this is not YAML ({ $reason }); mend the line, quotes and indentation first.
office-yaml-reference = references (`*name`) are not read here; write out what is meant in each place.
office-yaml-deep = the entries stand too deep in one another; the sample office shows how they are written.
office-key-missing = The line "{ $word }:" is missing. The sample's office.yaml must have every line: please put it back.
office-not-mapping = `key: value` lines are needed here; write one entry a line.
office-not-list = a list is needed here; write it as [ … ] or one `- entry` a line.
office-not-text = one value is needed here, not a list or a group; write it behind the colon.
office-unknown-key = the key "{ $word }" is not known; use one of: { $known }.
office-duplicate-key = the key "{ $word }" stands here a second time; leave one of them.
office-language = "{ $value }" is not a language of this desk; write one or several of: { $known }.
office-timezone = the time zone "{ $value }" is not known; write a name such as Asia/Seoul.
office-hours = "{ $value }" is neither `always` nor weekdays; write always, or mon-fri: [09:00-18:00] and so on below.
office-weekday = "{ $value }" is not a weekday; use mon tue wed thu fri sat sun, or a range such as mon-fri.
office-weekday-twice = { $value } is given twice; leave one of them.
office-range = "{ $value }" is not a range of hours; write it as 09:00-18:00, the end after the beginning (24:00 is midnight).
office-range-overlap = the ranges "{ $value }" overlap; let each begin at or after the end of the one before.
office-never-open = no weekday has opening hours; give at least one, or write `hours: always`.
office-holidays = "{ $value }" is not a country of the holidays library; write a code such as KR, or none.
office-date = "{ $value }" is not a date; write it as 2026-10-03.
office-day-of-month = "{ $value }" is not a day of the month; write 1 to 31, or last.
office-date-both = { $value } stands in closed_on and in open_on; leave one of them.
office-quiet-hours = "{ $value }" is not a time span; write 22:00-08:00, or none.
office-phone = "{ $value }" is not a phone number; write digits, spaces and ( ) . - only, such as 02-123-4567.
office-short-name = the name "{ $value }" cannot be used in answers; write small letters, digits and _ only.
office-duration = "{ $value }" is not a duration; write 500ms, 45s, 30m, 2h, 7d or none.
office-duration-none = none is not possible here; write a duration such as 150s.
office-duration-zero = no pause at all: it would happen without end; write a duration such as 10m, or none to switch it off.
office-chat = "{ $value }" is not a group's id; write the supergroup's negative number, such as -1001234567890.
office-department-id = the department cannot be called "{ $value }"; write up to 24 small letters, digits and _, and not manager, which stands for what only managers see.
office-id-long = the id "{ $word }" does not fit behind a button; write at most { $most } Latin letters.
office-department-name = the department "{ $value }" has no name; write name: {"{"}ko: …, en: …{"}"}.
office-department-managers = the same group as MANAGER_CHAT_ID, where complaints about staff would be read by those they are about; give the department another group.
office-yes-no = "{ $value }" is neither true nor false; write one of them, or take the line out.
office-answer-unknown = there is no such matter "{ $word }"; use an id of the sample's answers or of this folder's intents/.
office-answer-field = "{ $field }" is missing; an answer needs text, source and reviewed.
office-link = "{ $value }" is not a web address; write it with https:// in front.
office-variable = the variable "{ $value }" is not known; use one of: { $known }. Write two braces for a brace.
office-emergency-unknown = there is no such emergency "{ $word }"; use one of: { $known }.
office-emergency-branch = "{ $field }" is missing; an emergency needs text, and each of its branches button and text.
office-button-long = the button has { $length } characters; 40 at most fit on a phone.
office-words-missing = "{ $word }" is missing; a file of words needs all keys of the sample's.
office-words-count = "{ $word }" needs { $count } entries; write one for each, in order.
office-words-slots = "{ $word }" must hold exactly these braces: { $slots }; write each as it stands here.
office-words-file = there are no words for the language "{ $language }"; copy words/en.yaml of the sample to words/{ $language }.yaml and translate it.
office-sample-on-telegram = this is the sample office, its phone numbers are not real; make your own with `python -m bot init DIR`, put your numbers in, take the line `sample: true` out and set OFFICE_DIR.
office-phone-borrowed = the number "{ $name }" is missing and the sample's is not real; add it under phones.
init-not-empty = { $folder } is not empty; choose a new folder.
init-failed = { $folder } cannot be written ({ $reason }); choose a folder that this user may write.
init-done = { $folder } holds a copy of the sample office. Put your own names and numbers into office.yaml, take out the line `sample: true`, read through answers/, then set OFFICE_DIR={ $folder } in .env.

## Database
database-unreachable = the database cannot be reached ({ $reason }); check DATABASE_URL and that the server runs.
database-address = this is not a database address; write sqlite+aiosqlite:///FILE or postgresql+asyncpg://user:password@host/name.
database-address-kind = { $kind } databases are not served; write sqlite+aiosqlite:///FILE or postgresql+asyncpg://user:password@host/name.
database-folder-missing = the folder { $folder } does not exist; make it, or correct DATABASE_URL.
database-not-a-database = { $file } is no SQLite database, or it is damaged; move it away and restore a backup.
database-file-unwritable = the database file { $file } cannot be written; let this user write the file and its folder.
database-locked = another process holds the database; wait for it or stop it.
database-newer = the database was written by a newer version ({ $revision }); update this program or restore a backup.
database-behind = the database has an older form ({ $revision }); run `python -m storage upgrade`.
database-tables-missing = the database lacks tables ({ $count }): { $tables }; stop the service and restore a backup.
database-other-bot = this database belongs to the bot { $expected }, the token to { $actual }; set DATABASE_URL to that bot's own database.
database-sqlite-setting = SQLite refuses the setting { $setting }; put the file on a local disk.
database-postgresql-setting = PostgreSQL has { $setting } = { $found } where { $wanted } is needed; change it for this database (ALTER DATABASE … SET …; the encoding is chosen when a database is made).
database-postgresql-rights = the role { $role } may not change the tables of this database; make it their owner, or grant it SELECT, INSERT, UPDATE and DELETE on all of them and USAGE on all sequences (CREATE on the schema where there are none yet).
database-upgrade-failed = bringing the database up to date was undone, nothing has changed ({ $reason }); mend that and start again, or restore a backup.
database-data-key-length = this is not 32 bytes long; make a key with: python -c "import base64,os;print(base64.urlsafe_b64encode(os.urandom(32)).decode())"
database-data-key-missing = not set, but names and numbers in the database are sealed; set the key that sealed them.
database-data-key-wrong = this is not the key that sealed the names and numbers in the database; set the one that did.
database-sealed-unreadable = a name or number in the database has a form that this version does not know; update this program.

## Telegram
api-unreachable = Telegram cannot be reached at { $host } ({ $reason }); check the network and TELEGRAM_API_URL.
api-token-refused = Telegram does not accept the token; copy it again from @BotFather into TELEGRAM_BOT_TOKEN.
api-second-poller = another program fetches this bot's messages; stop it, or give this service a bot of its own.
api-webhook-refused = Telegram refuses the webhook ({ $reason }); WEBHOOK_URL must be reachable from outside with https.
api-staff-chat-missing = the staff group { $chat } cannot be found; add the bot to it and check the id.
api-staff-chat-no-forum = the staff group { $chat } has no topics; switch them on in the group's settings.
api-staff-chat-upgraded = the group { $chat } became a supergroup; write its new id { $new } here.
api-staff-chat-right-missing = the bot lacks the right "{ $right }" in { $chat }; make it an administrator with that right.
api-staff-chat-not-admin = the bot is no administrator in { $chat }; make it one, with the right to manage topics and to pin.
api-privacy-mode = the bot does not see plain messages in groups; switch privacy mode off at @BotFather and add the bot again.
api-manager-chat-missing = the manager chat { $chat } cannot be written to; add the bot there, or let the manager press Start, and check MANAGER_CHAT_ID.
api-manager-not-started = the manager { $user } has not pressed Start yet and gets no private messages; the manager chat is used meanwhile.
api-manager-silent = the manager { $user } has not pressed Start yet and gets no alerts. Where no manager can be written to, alerts go to the staff group, and complaints about staff to nobody.
api-manager-none = no manager is set; alerts go to the staff group, where nobody may acknowledge them, and complaints about staff to nobody: set MANAGER_CHAT_ID or MANAGER_USER_IDS.

## HTTP
http-port-taken = { $host }:{ $port } is in use by another program; stop it or choose another HTTP_PORT.
http-host-unusable = this machine has no address { $host }; set HTTP_HOST to 127.0.0.1 or 0.0.0.0.

## Anything else
unexpected = something unexpected happened ({ $reason }); the log has the details under { $id }.

## doctor
doctor-group-seen = the bot is in the group "{ $name }"; its id is { $chat }.
doctor-person-seen = { $name } wrote to the bot; the id is { $chat }.
doctor-well = Everything is well.

## Examples
catalogue-wrong = { $problem }
training-begins = Learning the example sentences, as at the first start and whenever they change: some fifteen seconds on two cores. `python -m intents train` does it ahead of a start.
commands-not-shown = Telegram did not take the list of commands ({ $reasons }); they work when typed. See that the bot is in these chats and that managers have pressed Start, then start again.
service-group-barred = the bot cannot write in the group { $chat }; make it an administrator there again, what is to be said there waits until then.
service-group-mended = the bot can write in the group { $chat } again; what waited for it follows.
service-ready = Ready: messages are being received.
training-failed = The training on the examples ended early: { $reason }. See that there is memory and disk space to spare, then start again.
