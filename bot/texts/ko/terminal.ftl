# `python -m bot`과 체험판 실행기가 터미널에서 하는 말.

## 명령
terminal-about = 관리사무소의 상담 창구.
terminal-run = 서비스를 시작합니다(명령도 토큰도 없으면 체험판).
terminal-clock = 체험판의 시계. 업무 시각은 실제 시각에 이 파일의 차이를 더한 것이고, 설정은 환경 변수만 씁니다.
terminal-sandbox = 텔레그램 없이 브라우저에서 모두 써 봅니다.
terminal-data = 체험판의 폴더(기본: 프로젝트의 .sandbox/)
terminal-doctor = 토큰, 대화방, 권한, 데이터베이스를 살펴보고 고칠 방법을 알려 줍니다.
terminal-init = 견본 관리사무소를 새 폴더에 복사합니다.
terminal-folder = 새로 만들 폴더
terminal-usage = { $problem }. 쓸 수 있는 것은 `python -m bot --help`가 보여 줍니다.
terminal-clock-refused = 업무 시각은 체험판에서만 옮길 수 있습니다. --clock을 빼거나 TELEGRAM_API_URL에 http://127.0.0.1:8080 같은 이 컴퓨터의 주소를 적으세요.
terminal-stopped = 멈췄습니다.

## 체험판 실행기
terminal-page = 체험판: { $url }  (브라우저에서 여세요)
terminal-service = 서비스: { $url }/healthz  /readyz  /metrics
terminal-kept = 모든 것은 { $folder }에 남습니다. Ctrl-C로 멈춥니다.
terminal-folder-unusable = { $folder } 폴더를 쓸 수 없습니다({ $reason }). --data로 다른 폴더를 고르세요.
terminal-no-port = { $first }부터 { $last }까지 서비스가 쓸 빈 포트가 없습니다. 다른 HTTP_PORT를 고르세요.
terminal-died = { $name } 끝났습니다({ $reason }). { $seconds }초 뒤에 다시 시작합니다.
terminal-gave-up = { $name } 시작하지 못했습니다. 까닭은 윗줄에 있습니다.
terminal-exit-code = 종료 코드 { $code }
terminal-signal = 신호 { $signal }
terminal-name-service = 서비스가
terminal-name-look-alike = 텔레그램 대역이
terminal-emptied = 모두 지웠습니다. 서비스가 빈 데이터베이스로 다시 시작합니다.
terminal-not-emptied = 화면은 모두 잊었지만 DATABASE_URL이 따로 적힌 데이터베이스라 그 안의 기록은 그대로입니다. 직접 비우세요.
