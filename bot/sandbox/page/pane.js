// One conversation on the screen: pinned message, messages, and the place to write. Used for all three columns.

import * as api from "./api.js";
import { Composer } from "./composer.js";
import { clipped, el, iconButton } from "./dom.js";
import { ask, openMenu, showPicture, toast } from "./menu.js";
import { buttonRows, dayLine, itemsOf, messageNode } from "./message.js";
import { sign } from "./signs.js";
import { hasText, language, t } from "./texts.js";
import { day } from "./times.js";
import { placeKey } from "./world.js";

const NEAR_END = 80;
const REACTIONS = ["👍", "❤", "🙏", "👌", "😢", "👎"];

export class Pane {
  /**
   * `where()` returns {chatId, thread, viewer, scope, closed, start} or null: thread undefined: the chat has none, null:
   * General; scope: which command list; closed: why nobody can write here (a text key), with `reopen` {key, run}.
   */
  constructor(world, { label, where }) {
    this._world = world;
    this._where = where;
    this._shown = null;
    this._cache = new Map();
    this._pinnedIndex = 0;
    this._pinned = el("div", { class: "pinned", hidden: true });
    this._list = el("div", { class: "list", role: "log", "aria-label": label, tabindex: "0" });
    this._down = el("button", { type: "button", class: "down", hidden: true, on: { click: () => this._toEnd() } }, sign("down"));
    this._down.setAttribute("aria-label", t("pane.toEnd"));
    this._typing = el("div", { class: "typing", "aria-live": "polite" });
    this._keyboard = el("div", { class: "keyboard", hidden: true });
    this._barrier = el("div", { class: "barrier", hidden: true });
    this.composer = new Composer({
      label,
      send: (wish, files) => this.act(wish, files),
      commands: () => this._commands(),
      now: () => world.now(),
      privately: () => this._where()?.scope === "private",
    });
    const body = el("div", { class: "body" }, this._list, this._down);
    this.node = el(
      "div",
      { class: "pane" },
      this._pinned,
      body,
      this._typing,
      this._keyboard,
      this._barrier,
      this.composer.node,
    );
    this._atEnd = true;
    this._list.addEventListener("scroll", () => this._scrolled());
    // Pictures that arrive and a composer that grows change the height without anybody scrolling.
    this._list.addEventListener("load", () => this._stick(), { capture: true });
    new ResizeObserver(() => this._stick()).observe(this._list);
    world.listen((event) => this._heard(event));
  }

  /** Do something as the person whose conversation this is; says so when it is refused. */
  async act(wish, files = []) {
    const where = this._where();
    if (!where) return false;
    const thread = where.thread ? { thread: where.thread } : {};
    try {
      await api.act({ as: where.viewer, chat: where.chatId, ...thread, ...wish }, files);
      if (!["tap", "react", "pin", "unpin"].includes(wish.do)) this._toEnd();
      return true;
    } catch (error) {
      toast(t("page.refused", { reason: error.message }), true);
      return false;
    }
  }

  render() {
    const where = this._where();
    this.node.hidden = where === null;
    if (!where) return;
    const place = `${placeKey(where.chatId, where.thread)}/${language()}`;
    const moved = place !== this._shown;
    if (moved) {
      this._shown = place;
      this._cache.clear();
      this._pinnedIndex = 0;
      this.composer.moveTo(place);
    }
    const messages = this._world.messages(where.chatId, where.thread);
    if (moved) this._atEnd = true;
    this._renderList(where, messages);
    this._renderPinned(where, messages);
    this._renderKeyboard(messages);
    this._renderBarrier(where, messages);
    this.composer.showCommands(this._commands().length > 0);
    this._typing.textContent = this._world.isTyping(where.chatId, where.thread) ? t("pane.typing") : "";
    this._stick();
  }

  _scene(where, message) {
    return {
      viewer: where.viewer,
      group: where.scope !== "private",
      tapping: this._world.tapOf(where.chatId, message.message_id) ?? null,
      onTap: (target, data) => this._tap(target, data),
      onCommand: (_, command) => this.act({ do: "text", text: command }),
      onReply: (target) => this._goTo(target.reply_to.message_id),
      onMenu: (target, anchor) => this._openMenu(target, anchor),
      onPicture: (target) => showPicture(target.media.url, target.caption ?? t("media.photo")),
      onReact: (target, emoji) => this.act({ do: "react", message_id: target.message_id, emoji }),
    };
  }

  _renderList(where, messages) {
    const nodes = [];
    const kept = new Map();
    let last = "";
    for (const item of itemsOf(messages)) {
      const [first] = item.parts;
      const date = day(first.date);
      if (date !== last) nodes.push(this._node(kept, `day ${date}`, date, () => dayLine(first.date)));
      last = date;
      const scene = this._scene(where, first);
      const looks = JSON.stringify([item.parts, scene.viewer, scene.tapping]);
      nodes.push(this._node(kept, first.message_id, looks, () => messageNode(item, scene)));
    }
    if (nodes.length === 0) nodes.push(this._node(kept, "empty", where.scope, () => emptyLine(where.scope)));
    this._cache = kept;
    replaceChanged(this._list, nodes);
  }

  /** The element for a key, made again only when it looks different. */
  _node(kept, key, looks, make) {
    const before = this._cache.get(key);
    const entry = before?.looks === looks ? before : { looks, node: make() };
    kept.set(key, entry);
    return entry.node;
  }

  _renderPinned(where, messages) {
    const pinned = messages.filter((message) => message.pinned);
    this._pinned.hidden = pinned.length === 0;
    if (pinned.length === 0) return this._pinned.replaceChildren();
    const at = pinned.length - 1 - (this._pinnedIndex % pinned.length);
    const message = pinned[at];
    const looks = JSON.stringify([message, pinned.length, this._world.tapOf(where.chatId, message.message_id)]);
    if (looks === this._pinnedLooks && this._pinned.childElementCount > 0) return undefined;
    this._pinnedLooks = looks;
    const words = message.text ?? message.caption ?? t("message.media");
    const show = () => this._goTo(message.message_id);
    const more = () => {
      this._pinnedIndex += 1;
      this._pinnedLooks = "";
      this.render();
    };
    this._pinned.replaceChildren(
      el(
        "div",
        { class: "card" },
        el("button", { type: "button", class: "cardwords", title: t("pane.goToPinned"), on: { click: show } }, sign("pin"), clippedLines(words, 3)),
        pinned.length > 1 ? iconButton(`${at + 1}/${pinned.length}`, t("pane.otherPinned"), more) : null,
      ),
      el("div", { class: "buttons" }, buttonRows(message, this._scene(where, message))),
    );
    return undefined;
  }

  /** A reply keyboard, as the person's client shows it until the bot takes it away. */
  _renderKeyboard(messages) {
    const last = messages.findLast((message) => message.keyboard && message.sender.is_bot);
    const rows = last?.keyboard.keyboard ?? [];
    const looks = JSON.stringify(rows);
    if (looks === this._keyboardLooks) return;
    this._keyboardLooks = looks;
    this._keyboard.hidden = rows.length === 0;
    const press = (button) => this.act(button.request_contact ? { do: "contact" } : { do: "text", text: button.text });
    const key = (button) => el("button", { type: "button", class: "inline", on: { click: () => press(button) } }, button.text);
    this._keyboard.replaceChildren(...rows.map((row) => el("div", { class: "row" }, row.map(key))));
  }

  _renderBarrier(where, messages) {
    const starting = where.start && messages.length === 0;
    this._barrier.hidden = !where.closed && !starting;
    this.composer.node.hidden = Boolean(where.closed);
    const way = where.closed ? where.reopen : { key: "owner.start", run: () => this.act({ do: "start" }) };
    const looks = `${this._shown}/${where.closed}/${starting}`;
    if (looks === this._barrierLooks) return;
    this._barrierLooks = looks;
    this._barrier.replaceChildren(
      where.closed ? el("span", {}, t(where.closed)) : "",
      way ? el("button", { type: "button", class: "main", on: { click: way.run } }, t(way.key)) : "",
    );
  }

  async _tap(message, data) {
    const { chatId } = this._where();
    this._world.tapped(chatId, message.message_id, data);
    const worked = await this.act({ do: "tap", button: data, message_id: message.message_id });
    if (!worked) this._world.untap(chatId, message.message_id);
  }

  /** What the bot says to a tap is shown to whoever tapped. */
  _heard(event) {
    if (event.kind === "message") this._askedForReply(event.message);
    if (event.kind !== "callback_answer" || !event.text) return;
    const where = this._where();
    if (!where || event.chat_id !== where.chatId || event.user_id !== where.viewer) return;
    if (event.show_alert) ask(event.text, { yes: t("window.ok"), no: "" });
    else toast(event.text);
  }

  /** A question that wants an answer to itself: clients begin that answer on their own. */
  _askedForReply(message) {
    const where = this._where();
    if (!message.keyboard?.force_reply || !where || message.chat_id !== where.chatId) return;
    const here = where.thread === undefined || message.thread === where.thread;
    if (here && !this.composer.isBusy()) this.composer.answer(message);
  }

  _openMenu(message, anchor) {
    const where = this._where();
    const selected = String(getSelection()).trim();
    const words = message.text ?? message.caption ?? "";
    const own = message.sender.id === where.viewer;
    const may = where.scope === "private" || this._world.isAdmin(where.chatId, where.viewer);
    const one = { message_id: message.message_id };
    openMenu(anchor, [
      { emoji: REACTIONS, run: (emoji) => this.act({ do: "react", ...one, emoji }) },
      { label: t("menu.answer"), run: () => this.composer.answer(message) },
      selected && words.includes(selected)
        ? { label: t("menu.quote", { words: clipped(selected, 20) }), run: () => this.composer.answer(message, selected) }
        : null,
      own ? { label: t("menu.edit"), run: () => this.composer.change(message) } : null,
      may && !message.pinned ? { label: t("menu.pin"), run: () => this.act({ do: "pin", ...one }) } : null,
      may && message.pinned ? { label: t("menu.unpin"), run: () => this.act({ do: "unpin", ...one }) } : null,
      own || may ? { label: t("menu.delete"), run: () => this.act({ do: "delete", ...one }) } : null,
    ]);
  }

  _goTo(messageId) {
    const node = this._list.querySelector(`[data-id="${messageId}"]`);
    if (!node) return;
    node.scrollIntoView({ block: "center", behavior: "smooth" });
    node.classList.add("found");
    setTimeout(() => node.classList.remove("found"), 1600);
  }

  /** Show the newest message, and go on doing so until somebody scrolls up. */
  _toEnd() {
    this._atEnd = true;
    this._stick();
  }

  _stick() {
    if (this._atEnd) this._list.scrollTop = this._list.scrollHeight;
    this._down.hidden = this._atEnd;
  }

  _scrolled() {
    this._atEnd = this._list.scrollHeight - this._list.scrollTop - this._list.clientHeight < NEAR_END;
    this._down.hidden = this._atEnd;
  }

  /** The commands that the bot offers here, in the person's language if it has them. */
  _commands() {
    const where = this._where();
    if (!where) return [];
    const wanted = where.scope === "private" ? ["chat", "all_private_chats"] : ["chat", "all_chat_administrators", "all_group_chats"];
    const spoken = this._world.users.get(where.viewer)?.language_code ?? "ko";
    for (const type of [...wanted, "default"]) {
      for (const tongue of [spoken, ""]) {
        const found = this._world.commands.find(
          ({ scope, language: of }) => scope.type === type && of === tongue && (type !== "chat" || scope.chat_id === where.chatId),
        );
        if (found?.value.length > 0) return found.value;
      }
    }
    return [];
  }
}

function emptyLine(scope) {
  const key = `empty.${scope}`;
  return el("div", { class: "empty" }, t(hasText(key) ? key : "empty.private"));
}

function clippedLines(words, count) {
  const lines = words.split("\n").filter((line) => line.trim() !== "");
  return clipped(lines.slice(0, count).join(" · "), 160);
}

/** Put `nodes` into `parent`, touching only what differs, so that playing sound and marked text stay as they are. */
function replaceChanged(parent, nodes) {
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
  while (parent.children.length > nodes.length) parent.lastChild.remove();
}
