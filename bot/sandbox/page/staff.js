// Middle: the staff group with its topics.

import { byId, clipped, el, iconButton } from "./dom.js";
import { ask } from "./menu.js";
import { Pane } from "./pane.js";
import { sign } from "./signs.js";
import { t } from "./texts.js";
import { timeOfDay } from "./times.js";
import { GENERAL } from "./world.js";

export class Staff {
  constructor(world, view, changed) {
    this._world = world;
    this._view = view;
    this._changed = changed;
    this.pane = new Pane(world, { label: t("staff.label"), where: () => this.where() });
    this._topics = el("nav", { class: "topics", "aria-label": t("staff.topics") });
    this._title = el("div", { class: "title" });
    this._writer = el("select", { "aria-label": t("staff.writer"), on: { change: () => this._chooseWriter() } });
    this._tools = el("div", { class: "tools" });
    this.pane.composer.node.prepend(el("label", { class: "writer" }, t("staff.writer"), this._writer));
    byId("staff").append(
      this._topics,
      el("div", { class: "talk" }, el("div", { class: "head" }, this._title, this._tools), this.pane.node),
    );
  }

  /** The member in whose name is written: the chosen one, or the first who is not the group's creator. */
  writer() {
    const staff = this._world.staff();
    const chosen = staff.find((member) => member.user_id === this._view.writerId);
    return chosen ?? staff.find((member) => member.status !== "creator") ?? staff[0];
  }

  topic() {
    return this._world.topics().find((topic) => topic.thread === this._view.thread);
  }

  where() {
    const chat = this._world.staffChat();
    const writer = this.writer();
    if (!chat || !writer) return null;
    const topic = this.topic();
    const admin = this._world.isAdmin(chat.id, writer.user_id);
    let closed = null;
    if (topic?.deleted) closed = "staff.topicDeleted";
    else if (topic?.closed && !admin) closed = "staff.topicClosed";
    return {
      chatId: chat.id,
      thread: chat.is_forum ? (topic?.thread ?? GENERAL) : undefined,
      viewer: writer.user_id,
      scope: topic ? "topic" : "general",
      closed,
    };
  }

  choose(thread) {
    this._view.thread = thread;
    this._changed();
  }

  render() {
    const chat = this._world.staffChat();
    byId("staff").classList.toggle("nobody", !chat);
    if (!chat) return;
    this._renderTopics(chat);
    this._renderHead(chat);
    this._renderWriters();
    this.pane.render();
  }

  _renderTopics(chat) {
    const entries = [{ thread: GENERAL, name: chat.general.name, closed: chat.general.closed, deleted: false, general: true }, ...this._world.topics()];
    const all = this._world.messages(chat.id);
    const latest = new Map();
    for (const message of all) latest.set(message.thread, message);
    const [general, ...topics] = entries;
    topics.sort((a, b) => (latest.get(b.thread)?.message_id ?? b.thread) - (latest.get(a.thread)?.message_id ?? a.thread));
    const looks = JSON.stringify([entries, this._view.thread, entries.map((one) => [latest.get(one.thread)?.message_id, this._world.unread(chat.id, one.thread)])]);
    if (looks === this._looks) return;
    this._looks = looks;
    const chosen = this.topic()?.thread ?? GENERAL;
    this._topics.replaceChildren(
      el("h2", {}, chat.title),
      ...[general, ...topics].map((topic) => this._entry(chat, topic, latest.get(topic.thread), topic.thread === chosen)),
    );
  }

  _entry(chat, topic, last, chosen) {
    const unread = this._world.unread(chat.id, topic.thread);
    const name = topic.general ? t("staff.general") : topic.name;
    const words = last ? clipped(previewOf(last), 40) : "";
    return el(
      "button",
      {
        type: "button",
        class: ["topic", chosen ? "chosen" : "", topic.deleted ? "deleted" : ""].join(" "),
        "aria-current": chosen ? "true" : undefined,
        on: { click: () => this.choose(topic.thread) },
      },
      this._icon(topic),
      el(
        "span",
        { class: "names" },
        el("b", {}, name),
        el("small", {}, stateOf(topic) ?? words),
      ),
      el(
        "span",
        { class: "side" },
        unread > 0 ? el("span", { class: "count", "aria-label": t("page.unread", { count: unread }) }, unread) : null,
        last ? el("time", {}, timeOfDay(last.date)) : null,
      ),
    );
  }

  _icon(topic) {
    const emoji = topic.general ? "#" : this._world.icons.get(topic.icon_custom_emoji_id);
    const node = el("span", { class: emoji ? "topicicon plain" : "topicicon", "aria-hidden": "true" }, emoji ?? firstLetter(topic.name));
    if (!emoji) node.style.backgroundColor = `#${topic.icon_color.toString(16).padStart(6, "0")}`;
    return node;
  }

  _renderHead(chat) {
    const topic = this.topic();
    const name = topic?.name ?? t("staff.general");
    const members = t("staff.members", { count: this._world.staff().length });
    this._title.replaceChildren(
      topic ? this._icon(topic) : el("span", { class: "topicicon plain", "aria-hidden": "true" }, "#"),
      el("div", {}, el("b", {}, name), el("small", {}, `${chat.title} · ${members}`)),
    );
    const admin = this._world.isAdmin(chat.id, this.writer()?.user_id);
    const looks = JSON.stringify([topic, admin]);
    if (looks === this._toolLooks) return;
    this._toolLooks = looks;
    this._tools.replaceChildren(...(topic && !topic.deleted ? this._toolButtons(topic, admin) : []));
  }

  _toolButtons(topic, admin) {
    const locked = { disabled: !admin };
    const label = (key) => (admin ? t(key) : t("staff.adminsOnly"));
    const toggle = topic.closed
      ? iconButton(sign("unlock"), label("staff.reopenTopic"), () => this.pane.act({ do: "reopen_topic" }), locked)
      : iconButton(sign("lock"), label("staff.closeTopic"), () => this.pane.act({ do: "close_topic" }), locked);
    return [toggle, iconButton(sign("bin"), label("staff.deleteTopic"), () => this._delete(topic), locked)];
  }

  async _delete(topic) {
    if (await ask(t("staff.reallyDelete", { name: topic.name }), { yes: t("staff.deleteTopic") })) {
      await this.pane.act({ do: "delete_topic" });
    }
  }

  _renderWriters() {
    const staff = this._world.staff();
    const chosen = this.writer()?.user_id;
    const looks = JSON.stringify([staff.map((member) => [member.user_id, member.name]), chosen]);
    if (looks === this._writerLooks) return;
    this._writerLooks = looks;
    this._writer.replaceChildren(
      ...staff.map((member) => el("option", { value: member.user_id, selected: member.user_id === chosen }, member.name)),
    );
  }

  _chooseWriter() {
    this._view.writerId = Number(this._writer.value);
    this._changed();
  }
}

/** As clients draw it where there is no icon; a name may begin with a sign of its own. */
function firstLetter(name) {
  return name.match(/[\p{L}\p{N}]/u)?.[0] ?? Array.from(name)[0];
}

function stateOf(topic) {
  if (topic.deleted) return t("staff.deleted");
  return topic.closed ? t("staff.closed") : null;
}

function previewOf(message) {
  if (message.service) return "";
  const words = message.text ?? message.caption ?? (message.media ? t(`media.${message.media.kind}`) : "");
  return `${message.sender.is_bot ? "" : `${message.sender.name}: `}${words}`;
}
