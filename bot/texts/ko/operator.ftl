# 운영자가 터미널에서 읽는 글. 한 줄에 하나: 무엇이 잘못되었고 어떻게 고치는지.
# 변수 이름이나 파일:줄은 operator_text.line()이 앞에 붙입니다.

## 설정(환경 변수 또는 .env)
setting-env-file = 파일을 읽을 수 없습니다. 이 사용자가 읽을 수 있는 UTF-8 글로 저장하세요. 형식은 .env.example에 있습니다.
setting-telegram-bot-token = 봇 토큰이 아닙니다. @BotFather가 보여 준 줄 전체(숫자, 쌍점, 글자)를 빈칸 없이 옮기세요.
setting-telegram-bot-token-missing = 값이 없습니다. @BotFather에게 봇을 받아 토큰을 .env에 적거나, 토큰 없이 `python -m bot sandbox`로 써 보세요.
setting-telegram-api-url = 웹 주소가 아닙니다. https://host처럼 쓰거나, 텔레그램 자체를 쓰려면 이 줄을 지우세요.
setting-staff-chat-id = 그룹의 id가 아닙니다. -1001234567890 같은 슈퍼그룹의 음수를 적으세요.
setting-staff-chat-id-missing = 값이 없습니다. 토픽이 있는 슈퍼그룹을 만들어 봇을 관리자로 넣고 거기에 아무 말이나 쓴 뒤, doctor가 알려 주는 그룹의 음수 id를 여기에 적으세요.
setting-manager-chat-id = 채팅 id가 아닙니다. 정수를 적으세요. 그룹은 음수, 한 사람은 양수입니다.
setting-manager-user-ids = 텔레그램 id가 아닙니다. 1111,2222처럼 양의 정수를 쉼표로 나누어 적으세요.
setting-database-url = 데이터베이스 주소가 아닙니다. sqlite+aiosqlite:///haedap.db 또는 postgresql+asyncpg://user:password@host/name을 적으세요.
setting-database-url-kind = 모르는 종류의 데이터베이스입니다. sqlite+aiosqlite:///FILE 또는 postgresql+asyncpg://user:password@host/name을 쓰세요.
setting-database-url-file = 파일 이름이 없습니다. sqlite+aiosqlite:///haedap.db처럼 적으세요(메모리 데이터베이스는 다시 시작하면 모두 잃습니다).
setting-office-dir = 폴더 이름이 아닙니다. office.yaml이 있는 폴더의 경로를 적으세요.
setting-webhook-url = 웹 주소가 아닙니다. https://host/telegram/webhook처럼 쓰거나, 롱 폴링을 쓰려면 이 줄을 지우세요.
setting-webhook-url-path = 텔레그램은 { $path } 경로로 보내는데 서비스는 { $served }에서 받습니다. 앞의 프록시가 이어 주는 것이 아니라면 https://주소{ $served } 로 적으세요.
setting-webhook-secret = 쓸 수 없는 값입니다. A-Z a-z 0-9 _ - 로 1~256자를 적으세요.
setting-webhook-secret-missing = WEBHOOK_URL은 있는데 값이 없습니다. 텔레그램만 보낼 수 있도록 A-Z a-z 0-9 _ - 로 된 비밀 값을 적으세요.
setting-manager-chat-same = STAFF_CHAT_ID와 같은 그룹입니다. 직원에 대한 민원을 당사자가 보게 됩니다. 관리소장용 대화방을 따로 적거나, 비워 두고 MANAGER_USER_IDS에 적으세요.
setting-http-host = 호스트가 아닙니다. 127.0.0.1이나 0.0.0.0처럼 들을 주소를 적으세요.
setting-http-port = 포트가 아닙니다. 1~65535의 수를 적으세요(0은 빈 포트를 고릅니다).
setting-data-key = URL-safe base64가 아닙니다. 키 만들기: python -c "import base64,os;print(base64.urlsafe_b64encode(os.urandom(32)).decode())"
setting-data-key-length = 32바이트가 아닙니다. 키 만들기: python -c "import base64,os;print(base64.urlsafe_b64encode(os.urandom(32)).decode())"
setting-log-level = 모르는 수준입니다. DEBUG, INFO, WARNING, ERROR, CRITICAL 가운데 하나를 적으세요.
setting-log-format = 모르는 형식입니다. text 또는 json을 적으세요.

## 관리사무소 폴더
office-folder-missing = 관리사무소 폴더가 없습니다. `python -m bot init { $folder }`로 만들거나 OFFICE_DIR을 고치세요.
office-file-missing = 이 폴더에 office.yaml이 없습니다. `python -m bot init DIR`로 폴더를 만들거나 OFFICE_DIR을 고치세요.
office-file-unreadable = 파일을 읽을 수 없습니다. 이 사용자가 읽을 수 있는 UTF-8 글로 저장하세요.
office-yaml = YAML이 아닙니다({ $reason }). 이 줄의 따옴표와 들여쓰기부터 고치세요.
office-yaml-reference = `*이름`처럼 다른 곳을 가리키는 표시는 쓸 수 없습니다. 필요한 곳마다 내용을 그대로 적으세요.
office-yaml-deep = 항목이 너무 여러 겹으로 들어 있습니다. 예시 관리소의 파일을 보고 고치세요.
office-key-missing = "{ $word }:" 줄이 없습니다. 견본 폴더의 office.yaml에는 모든 줄이 있어야 합니다. 지운 줄을 되돌려 주세요.
office-not-mapping = 여기에는 `이름: 값` 줄이 필요합니다. 한 줄에 하나씩 적으세요.
office-not-list = 여기에는 목록이 필요합니다. [ … ] 또는 한 줄에 `- 값` 하나씩 적으세요.
office-not-text = 목록이나 묶음이 아니라 값 하나가 필요합니다. 쌍점 뒤에 적으세요.
office-unknown-key = "{ $word }"(이)라는 이름은 없습니다. 다음 가운데 하나를 쓰세요: { $known }.
office-duplicate-key = "{ $word }"이(가) 두 번째로 나옵니다. 하나만 남기세요.
office-language = "{ $value }"은(는) 이 창구가 아는 언어가 아닙니다. 다음 가운데서 적으세요: { $known }.
office-timezone = "{ $value }"(이)라는 시간대는 없습니다. Asia/Seoul처럼 적으세요.
office-hours = "{ $value }"은(는) always도 요일도 아닙니다. always라고 쓰거나 아래에 mon-fri: [09:00-18:00]처럼 적으세요.
office-weekday = "{ $value }"은(는) 요일이 아닙니다. mon tue wed thu fri sat sun 또는 mon-fri 같은 범위를 쓰세요.
office-weekday-twice = { $value } 요일이 두 번 나옵니다. 하나만 남기세요.
office-range = "{ $value }"은(는) 시간 범위가 아닙니다. 09:00-18:00처럼, 끝이 시작보다 늦게 적으세요(24:00은 자정).
office-range-overlap = 범위 "{ $value }"이(가) 겹칩니다. 앞 범위가 끝난 뒤에 시작하게 하세요.
office-never-open = 여는 요일이 없습니다. 하루라도 적거나 `hours: always`라고 쓰세요.
office-holidays = "{ $value }"은(는) holidays 라이브러리에 없는 나라입니다. KR 같은 부호나 none을 적으세요.
office-date = "{ $value }"은(는) 날짜가 아닙니다. 2026-10-03처럼 적으세요.
office-day-of-month = "{ $value }"은(는) 그달의 날짜가 아닙니다. 1부터 31 사이의 수나 last(말일)로 적으세요.
office-date-both = { JOSA($value, "이/가") } closed_on과 open_on에 모두 있습니다. 하나만 남기세요.
office-quiet-hours = "{ $value }"은(는) 시간 범위가 아닙니다. 22:00-08:00 또는 none을 적으세요.
office-phone = "{ $value }"은(는) 전화번호가 아닙니다. 02-123-4567처럼 숫자, 빈칸, ( ) . - 만 쓰세요.
office-short-name = "{ $value }"은(는) 답변에서 쓸 수 없는 이름입니다. 영어 소문자, 숫자, _ 만 쓰세요.
office-duration = "{ $value }"은(는) 기간이 아닙니다. 500ms, 45s, 30m, 2h, 7d 또는 none을 적으세요.
office-duration-none = 여기에는 none을 쓸 수 없습니다. 150s 같은 기간을 적으세요.
office-duration-zero = 쉬는 시간이 없으면 끝없이 되풀이됩니다. 10m 같은 기간을 적거나, 끄려면 none을 적으세요.
office-chat = "{ $value }"은(는) 그룹의 id가 아닙니다. -1001234567890 같은 슈퍼그룹의 음수를 적으세요.
office-department-id = 부서 아이디로 "{ $value }" 값은 쓸 수 없습니다. 영어 소문자, 숫자, _ 로 24자까지 쓰고, 관리자만 보는 일을 뜻하는 manager 는 쓰지 마세요.
office-id-long = 아이디 "{ $word }" 값은 버튼에 담기에 너무 깁니다. 영문 { $most }자까지 쓰세요.
office-department-name = 부서 "{ $value }"의 이름이 없습니다. name: {"{"}ko: …, en: …{"}"}를 적으세요.
office-department-managers = MANAGER_CHAT_ID와 같은 그룹입니다. 직원에 관한 민원을 당사자가 보게 됩니다. 부서에는 다른 그룹을 쓰세요.
office-yes-no = "{ $value }"은(는) true도 false도 아닙니다. 둘 가운데 하나를 적거나 줄을 지우세요.
office-answer-unknown = "{ $word }"(이)라는 문의는 없습니다. 견본의 답변이나 이 폴더의 intents/에 있는 id를 쓰세요.
office-answer-field = "{ $field }"이(가) 없습니다. 답변에는 text, source, reviewed가 필요합니다.
office-link = "{ $value }"은(는) 웹 주소가 아닙니다. 앞에 https://를 붙여 적으세요.
office-variable = 변수 "{ $value }"은(는) 없습니다. 다음 가운데 하나를 쓰세요: { $known }. 중괄호 자체는 두 번 적으세요.
office-emergency-unknown = "{ $word }"(이)라는 응급 상황은 없습니다. 다음 가운데 하나를 쓰세요: { $known }.
office-emergency-branch = "{ $field }"이(가) 없습니다. 응급 안내에는 text, 갈림길마다 button과 text가 필요합니다.
office-button-long = 버튼의 글이 { $length }자입니다. 휴대전화에는 40자까지 들어갑니다.
office-words-missing = "{ $word }"이(가) 없습니다. 낱말 파일에는 견본의 이름이 모두 있어야 합니다.
office-words-count = "{ $word }"에는 { $count }개가 필요합니다. 순서대로 하나씩 적으세요.
office-words-slots = "{ $word }"에는 다음 중괄호가 꼭 있어야 합니다: { $slots }. 그대로 옮겨 적으세요.
office-words-file = 언어 "{ $language }"의 낱말이 없습니다. 견본의 words/en.yaml을 words/{ $language }.yaml로 옮겨 번역하세요.
office-sample-on-telegram = 견본 관리사무소라 전화번호가 진짜가 아닙니다. `python -m bot init DIR`로 새 폴더를 만들어 번호를 넣고, `sample: true` 줄을 지운 뒤 OFFICE_DIR에 적으세요.
office-phone-borrowed = "{ $name }" 번호가 없는데 견본의 번호는 진짜가 아닙니다. phones 아래에 적으세요.
init-not-empty = { $folder } 폴더가 비어 있지 않습니다. 새 폴더를 고르세요.
init-failed = { $folder } 폴더에 쓸 수 없습니다({ $reason }). 이 사용자가 쓸 수 있는 폴더를 고르세요.
init-done = { $folder } 폴더에 견본을 복사했습니다. office.yaml에 이름과 번호를 넣고, `sample: true` 줄을 지우고, answers/를 읽어 본 뒤 .env에 OFFICE_DIR={ $folder }라고 적으세요.

## 데이터베이스
database-unreachable = 데이터베이스에 닿지 않습니다({ $reason }). DATABASE_URL과 서버가 켜져 있는지 확인하세요.
database-address = 데이터베이스 주소가 아닙니다. sqlite+aiosqlite:///FILE 또는 postgresql+asyncpg://user:password@host/name을 적으세요.
database-address-kind = { $kind } 데이터베이스는 쓸 수 없습니다. sqlite+aiosqlite:///FILE 또는 postgresql+asyncpg://user:password@host/name을 적으세요.
database-folder-missing = { $folder } 폴더가 없습니다. 폴더를 만들거나 DATABASE_URL을 고치세요.
database-not-a-database = { JOSA($file, "은/는") } SQLite 데이터베이스가 아니거나 망가졌습니다. 옮겨 두고 백업을 되돌리세요.
database-file-unwritable = 데이터베이스 파일 { $file }에 쓸 수 없습니다. 이 사용자가 파일과 폴더에 쓸 수 있게 하세요.
database-locked = 다른 프로세스가 데이터베이스를 쓰고 있습니다. 기다리거나 그 프로세스를 끝내세요.
database-newer = 더 새로운 버전이 쓴 데이터베이스입니다({ $revision }). 프로그램을 올리거나 백업을 되돌리세요.
database-behind = 옛 형식의 데이터베이스입니다({ $revision }). `python -m storage upgrade`를 실행하세요.
database-tables-missing = 데이터베이스에 표가 없습니다({ $count }개): { $tables }. 서비스를 멈추고 백업을 되돌리세요.
database-other-bot = 이 데이터베이스는 봇 { $expected }의 것이고 토큰은 봇 { $actual }의 것입니다. DATABASE_URL을 그 봇의 데이터베이스로 바꾸세요.
database-sqlite-setting = SQLite가 설정 { $setting }을 받아들이지 않습니다. 파일을 이 컴퓨터의 디스크에 두세요.
database-postgresql-setting = PostgreSQL의 { $setting } 값이 { $found }인데 { JOSA($wanted, "이어야/여야") } 합니다. 이 데이터베이스의 값을 바꾸세요(ALTER DATABASE … SET …, 문자 인코딩은 만들 때 정해집니다).
database-postgresql-rights = 역할 { JOSA($role, "은/는") } 이 데이터베이스의 표를 바꿀 수 없습니다. 표의 소유자로 지정하거나 모든 표에 SELECT, INSERT, UPDATE, DELETE 권한을, 모든 시퀀스에 USAGE 권한을 주세요(표가 아직 없으면 스키마에 CREATE 권한도).
database-upgrade-failed = 데이터베이스를 새 형식으로 바꾸다가 그만두었습니다. 바뀐 것은 없습니다({ $reason }). 원인을 고친 뒤 다시 시작하거나 백업을 되돌리세요.
database-data-key-length = 32바이트가 아닙니다. 키 만들기: python -c "import base64,os;print(base64.urlsafe_b64encode(os.urandom(32)).decode())"
database-data-key-missing = 값이 없는데 데이터베이스의 성함과 연락처는 암호화되어 있습니다. 그때 쓴 키를 적으세요.
database-data-key-wrong = 데이터베이스의 성함과 연락처를 암호화한 키가 아닙니다. 그때 쓴 키를 적으세요.
database-sealed-unreadable = 데이터베이스의 성함이나 연락처가 이 버전이 모르는 형식입니다. 프로그램을 올리세요.

## 텔레그램
api-unreachable = { $host }의 텔레그램에 닿지 않습니다({ $reason }). 네트워크와 TELEGRAM_API_URL을 확인하세요.
api-token-refused = 텔레그램이 토큰을 받아들이지 않습니다. @BotFather에서 TELEGRAM_BOT_TOKEN으로 다시 옮기세요.
api-second-poller = 다른 프로그램이 이 봇의 메시지를 가져가고 있습니다. 그 프로그램을 끝내거나 봇을 따로 만드세요.
api-webhook-refused = 텔레그램이 웹훅을 거절했습니다({ $reason }). WEBHOOK_URL은 밖에서 https로 닿아야 합니다.
api-staff-chat-missing = 직원 그룹 { JOSA($chat, "을/를") } 찾을 수 없습니다. 봇을 넣고 번호를 확인하세요.
api-staff-chat-no-forum = 직원 그룹 { $chat }에 토픽이 없습니다. 그룹 설정에서 켜세요.
api-staff-chat-upgraded = { $chat } 그룹이 슈퍼그룹으로 바뀌었습니다. 새 id { JOSA($new, "을/를") } 적으세요.
api-staff-chat-right-missing = { $chat } 그룹에서 봇에게 "{ $right }" 권한이 없습니다. 그 권한이 있는 관리자로 만드세요.
api-staff-chat-not-admin = { $chat } 그룹에서 봇이 관리자가 아닙니다. 토픽 관리와 고정 권한이 있는 관리자로 만드세요.
api-privacy-mode = 봇이 그룹의 보통 메시지를 보지 못합니다. @BotFather에서 privacy mode를 끄고 봇을 다시 넣으세요.
api-manager-chat-missing = 관리자 채팅 { $chat }에 쓸 수 없습니다. 봇을 넣거나 관리자가 시작을 누르게 하고 MANAGER_CHAT_ID를 확인하세요.
api-manager-not-started = 관리자 { $user }님이 아직 시작을 누르지 않아 개인 메시지를 받지 못합니다. 그동안 관리자 채팅으로 보냅니다.
api-manager-silent = 관리자 { $user }님이 아직 시작을 누르지 않아 알림을 받지 못합니다. 받을 수 있는 관리자가 아무도 없으면 알림은 직원 그룹으로 가고, 직원에 관한 민원은 아무에게도 가지 않습니다.
api-manager-none = 관리자가 없습니다. 알림은 직원 그룹으로 가지만 확인을 누를 사람이 없고, 직원에 관한 민원은 아무에게도 가지 않습니다. MANAGER_CHAT_ID나 MANAGER_USER_IDS를 적으세요.

## HTTP
http-port-taken = { $host }:{ JOSA($port, "을/를") } 다른 프로그램이 쓰고 있습니다. 그 프로그램을 끝내거나 다른 HTTP_PORT를 고르세요.
http-host-unusable = 이 컴퓨터에는 { $host } 주소가 없습니다. HTTP_HOST를 127.0.0.1이나 0.0.0.0으로 바꾸세요.

## 그 밖
unexpected = 예상하지 못한 일이 생겼습니다({ $reason }). 자세한 것은 로그의 { $id }에 있습니다.

## doctor
doctor-group-seen = 봇이 그룹 "{ $name }"에 있습니다. 이 그룹의 id는 { $chat }입니다.
doctor-person-seen = { $name } 님이 봇에게 썼습니다. 이분의 id는 { $chat }입니다.
doctor-well = 모두 괜찮습니다.

## 예문
catalogue-wrong = { $problem }
training-begins = 예문을 배우고 있습니다. 처음 시작할 때와 예문이 바뀐 뒤에만 하고, 코어 두 개로 15초쯤 걸립니다. 시작하기 전에 `python -m intents train`으로 미리 해 둘 수도 있습니다.
commands-not-shown = 텔레그램이 명령 목록을 받지 않았습니다({ $reasons }). 명령은 직접 입력하면 됩니다. 봇이 이 대화방에 있는지, 관리소장이 Start를 눌렀는지 보고 다시 시작하세요.
service-group-barred = 그룹 { $chat }에 봇이 글을 쓸 수 없습니다. 봇을 다시 넣고 관리자로 지정하세요. 그때까지 보낼 글은 보관합니다.
service-group-mended = 그룹 { $chat }에 봇이 다시 글을 쓸 수 있습니다. 밀린 글을 보냅니다.
service-ready = 준비됐습니다. 이제 메시지를 받습니다.
training-failed = 예문을 배우다가 멈췄습니다: { $reason }. 메모리와 디스크 공간이 모자라지 않은지 확인하고 다시 시작하세요.
