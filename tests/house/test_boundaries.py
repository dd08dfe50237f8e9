"""Who may know whom: the import contracts, and one place that sends."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SENDING = (
    "send_",
    "reply_",
    "edit_message",
    "edit_text",
    "edit_caption",
    "edit_reply_markup",
    "copy_message",
    "forward_message",
    "delete_message",
    "pin_chat_message",
    "set_message_reaction",
    "answer_callback_query",
    "create_forum_topic",
    "edit_forum_topic",
    "close_forum_topic",
    "reopen_forum_topic",
    "do_api_request",
)
# Not the Bot API: the look-alike's own names.
LOOK_ALIKE = ROOT / "bot" / "sandbox"
SENDER = ROOT / "bot" / "delivery" / "sender.py"


def test_the_import_contracts_are_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run([str(linter)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout[-4000:] + found.stderr


def sending_calls(path: Path, root: Path = ROOT) -> list[str]:
    """Calls of methods whose names are those of the client library's sending methods."""
    return [
        f"{path.relative_to(root).as_posix()}:{node.lineno} {node.func.attr}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr.startswith(SENDING)
    ]


def test_only_the_sender_sends() -> None:
    everywhere = [path for path in (ROOT / "bot").rglob("*.py") if LOOK_ALIKE not in path.parents and path != SENDER]
    assert SENDER.exists()
    assert not [call for path in everywhere for call in sending_calls(path)], "promise an outbox row instead"


def test_the_check_sees_a_shortcut(tmp_path: Path) -> None:
    module = tmp_path / "handler.py"
    module.write_text("async def h(update):\n    await update.message.reply_text('hi')\n", encoding="utf-8")
    assert sending_calls(module, tmp_path) == ["handler.py:2 reply_text"]
