// One message, or the parts of one album, as an element.

import { avatar, clipped, el, iconButton } from "./dom.js";
import { sign } from "./signs.js";
import { day, timeOfDay } from "./times.js";
import { hasText, t } from "./texts.js";
import { wordsOf } from "./words.js";

/** Messages to be shown together: each service message and message alone, neighbours of one album as one item. */
export function itemsOf(messages) {
  const items = [];
  for (const message of messages) {
    const last = items.at(-1);
    if (message.media_group_id && last?.parts[0].media_group_id === message.media_group_id) {
      last.parts.push(message);
    } else {
      items.push({ parts: [message] });
    }
  }
  return items;
}

export function dayLine(seconds) {
  return el("div", { class: "day", role: "separator" }, el("span", {}, day(seconds)));
}

/**
 * The element of an item. `scene`: {viewer, group, tapping, onTap, onCommand, onReply, onMenu, onPicture};
 * every callback gets the message first.
 */
export function messageNode(item, scene) {
  const [message] = item.parts;
  if (message.service) return serviceNode(message);
  const mine = message.sender.id === scene.viewer;
  const bubble = el(
    "div",
    { class: "bubble" },
    scene.group && !mine ? senderLine(message) : null,
    message.forwarded ? el("div", { class: "note" }, t("message.forwarded")) : null,
    message.reply_to ? replyLine(message, scene) : null,
    mediaOf(item.parts, scene),
    contentOf(message, scene),
    metaLine(message, item.parts),
    iconButton(sign("more"), t("message.menu"), (event) => scene.onMenu(message, event.currentTarget), { class: "more" }),
  );
  return el(
    "article",
    { class: `message ${mine ? "mine" : "theirs"}`, "data-id": message.message_id },
    scene.group && !mine ? avatar(message.sender.name, message.sender.id, true) : null,
    el("div", { class: "column" }, bubble, buttonsOf(message, scene), reactionsOf(item.parts, scene)),
  );
}

function senderLine(message) {
  return el("div", { class: `sender n${Math.abs(message.sender.id) % 7}` }, message.sender.name);
}

function replyLine(message, scene) {
  const target = message.reply_to;
  const words = message.quote ?? target.text ?? t("message.media");
  return el(
    "button",
    { type: "button", class: "reply", on: { click: () => scene.onReply(message) } },
    el("b", {}, target.name ?? t("message.gone")),
    el("span", {}, message.quote ? `“${clipped(words, 90)}”` : clipped(words, 90)),
  );
}

function contentOf(message, scene) {
  const words = message.text ?? message.caption;
  const nodes = [];
  if (message.location) nodes.push(el("div", { class: "attached" }, sign("place"), placeWords(message.location)));
  if (message.contact) {
    const { first_name: name, phone_number: phone } = message.contact;
    nodes.push(el("div", { class: "attached" }, sign("person"), `${name} ${phone}`));
  }
  if (words) {
    const said = wordsOf(words, (command) => scene.onCommand(message, command));
    nodes.push(el("div", { class: "words", dir: "auto" }, said));
  }
  return nodes;
}

function placeWords(location) {
  return `${location.latitude.toFixed(4)}, ${location.longitude.toFixed(4)}`;
}

function metaLine(message, parts) {
  const edited = parts.some((part) => part.edited) && message.sender.is_bot !== true;
  return el(
    "div",
    { class: "meta" },
    message.pinned ? el("span", { title: t("message.pinned") }, sign("pin")) : null,
    edited ? `${t("message.edited")} ` : null,
    el("time", {}, timeOfDay(message.date)),
  );
}

function mediaOf(parts, scene) {
  const media = parts.filter((part) => part.media);
  if (media.length === 0) return null;
  const album = media.length > 1 && media.every((part) => ["photo", "video"].includes(part.media.kind));
  return el("div", { class: album ? "media album" : "media" }, media.map((part) => mediaNode(part, scene)));
}

function mediaNode(message, scene) {
  const { media } = message;
  const name = media.file_name ?? t(`media.${media.kind}`);
  if (media.kind === "photo" || (media.kind === "document" && (media.mime_type ?? "").startsWith("image/"))) {
    const picture = el("img", { src: media.url, alt: name, width: media.width, height: media.height });
    return el(
      "button",
      { type: "button", class: "picture", title: t("message.open"), on: { click: () => scene.onPicture(message) } },
      picture,
    );
  }
  if (["video", "animation", "video_note"].includes(media.kind)) {
    return el("video", { src: media.url, controls: true, preload: "metadata", "aria-label": name });
  }
  if (["voice", "audio"].includes(media.kind)) {
    return el("div", { class: "sound" }, el("span", {}, sign("microphone"), name), el("audio", { src: media.url, controls: true, preload: "metadata" }));
  }
  if (media.kind === "sticker") return el("div", { class: "sticker" }, media.emoji ?? "🙂");
  return el("a", { class: "file", href: media.url, download: media.file_name ?? "file" }, sign("file"), name);
}

function buttonsOf(message, scene) {
  if (message.buttons.length === 0) return null;
  return el("div", { class: "buttons" }, buttonRows(message, scene));
}

/** The rows of inline buttons below a message; also used for the pinned card. */
export function buttonRows(message, scene) {
  return message.buttons.map((row) => el("div", { class: "row" }, row.map((button) => inlineButton(message, button, scene))));
}

function inlineButton(message, button, scene) {
  if (button.url) {
    const safe = /^https?:/iu.test(button.url);
    return el("a", { class: "inline", href: safe ? button.url : undefined, target: "_blank", rel: "noopener noreferrer" }, `${button.text} ↗`);
  }
  const turning = scene.tapping === button.data && button.data !== null;
  return el(
    "button",
    {
      type: "button",
      class: turning ? "inline turning" : "inline",
      "data-tap": button.data,
      "aria-busy": turning,
      on: { click: () => scene.onTap(message, button.data) },
    },
    button.text,
  );
}

function reactionsOf(parts, scene) {
  const found = parts.flatMap((part) => part.reactions.map((reaction) => ({ part, ...reaction })));
  if (found.length === 0) return null;
  const chips = found.map(({ part, emoji, by }) =>
    el(
      "button",
      {
        type: "button",
        class: by.includes(scene.viewer) ? "reaction own" : "reaction",
        title: t("message.react"),
        on: { click: () => scene.onReact(part, by.includes(scene.viewer) ? "" : emoji) },
      },
      emoji,
      by.length > 1 ? ` ${by.length}` : "",
    ),
  );
  return el("div", { class: "reactions" }, chips);
}

function serviceNode(message) {
  const { kind, value } = message.service;
  const key = hasText(`service.${kind}`) ? `service.${kind}` : "service.other";
  const people = Array.isArray(value) ? value : [value];
  const names = people.map((one) => one?.first_name).filter(Boolean).join(", ");
  const words = t(key, { name: message.sender.name, topic: value?.name ?? "", people: names, kind });
  return el("div", { class: "service", "data-id": message.message_id }, el("span", {}, words));
}
