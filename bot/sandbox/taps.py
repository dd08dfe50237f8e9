"""Tapping an inline button."""

import secrets
import time

from bot.sandbox.acts import Scene
from bot.sandbox.errors import ControlError
from bot.sandbox.model import Callback, Message
from bot.sandbox.render import message_json, user_json

KEPT_CALLBACK_SECONDS = 3600


def tap(scene: Scene) -> None:
    """Press an inline button; the callback id can be awaited at /sandbox/callbacks/{id}."""
    message, data = _button(scene)
    _forget_old_callbacks(scene)
    callback = Callback(
        id=str(secrets.randbits(62)),
        user_id=scene.user.id,
        chat_id=scene.chat.id,
        message_id=message.id,
        data=data,
        at=time.time(),
    )
    body = {
        "id": callback.id,
        "from": user_json(scene.user),
        "message": message_json(scene.box.world, message),
        "chat_instance": str(abs(scene.chat.id) * 7919),
        "data": data,
    }
    callback.update_id = scene.box.updates.push("callback_query", body, scene.chat.id)
    scene.box.world.save_callback(callback)
    scene.told(callback.update_id)
    scene.callback_id = callback.id
    scene.message_ids.append(message.id)
    scene.box.events.emit(
        "tap", chat_id=scene.chat.id, message_id=message.id, callback_id=callback.id, user_id=scene.user.id, data=data
    )


def _button(scene: Scene) -> tuple[Message, str]:
    """The message and the callback data of the button that the wish names by its data or its text."""
    wanted = scene.text("button")
    if scene.wish.get("message_id"):
        candidates = [scene.message()]
    else:
        candidates = sorted(scene.box.world.live_messages(scene.chat.id), key=lambda message: -message.id)
        if scene.topic is not None:
            candidates = [m for m in candidates if m.is_topic and m.thread_id == scene.topic.thread_id]
    for message in candidates:
        for row in (message.markup or {}).get("inline_keyboard", []):
            for button in row:
                if wanted in (button.get("callback_data"), button["text"]) and button.get("callback_data"):
                    return message, button["callback_data"]
    raise ControlError(f"no button {wanted!r} in chat {scene.chat.id}", 404)


def _forget_old_callbacks(scene: Scene) -> None:
    world = scene.box.world
    while world.callbacks:
        oldest = next(iter(world.callbacks.values()))
        if time.time() - oldest.at < KEPT_CALLBACK_SECONDS:
            return
        world.drop_callback(oldest.id)
