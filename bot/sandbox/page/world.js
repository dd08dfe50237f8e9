// What the page knows: people, chats, topics, messages; kept up to date by the event stream.

import * as api from "./api.js";

const KEPT_MESSAGES = 400;
const TYPING_MS = 5000;
const TAP_MS = 8000;

export const GENERAL = null;

/** The name of a place for counting: a chat, or one topic of it. */
export function placeKey(chatId, thread) {
  return `${chatId}/${thread ?? "general"}`;
}

export class World {
  constructor() {
    this.users = new Map();
    this.chats = new Map();
    this.bot = null;
    this.commands = [];
    this.icons = new Map();
    this.offset = 0;
    this.pending = 0;
    this.polledAt = 0;
    this.connected = false;
    this.lostTopics = new Map();
    this._messages = new Map();
    this._loading = new Map();
    this._unread = new Map();
    this._typing = new Map();
    this._taps = new Map();
    this._listeners = new Set();
    /** Says whether somebody looks at a place right now; set by the page. */
    this.isSeen = () => false;
  }

  /** `listener(event)` after each change; event.kind is also "state", "loaded" or "connection". */
  listen(listener) {
    this._listeners.add(listener);
  }

  async start() {
    const seen = await this.refresh();
    if (this.bot) this.icons = await api.topicIcons(this.bot.token).catch(() => new Map());
    let interrupted = false;
    api.follow(
      seen,
      (event) => this._apply(event),
      (connected) => {
        if (connected && interrupted) this._begin();
        interrupted = !connected;
        this.connected = connected;
        this._tell({ kind: "connection" });
      },
    );
  }

  /** Ask for people, chats and the clock again; the number of the last event. */
  async refresh() {
    const state = await api.state();
    this.users = new Map(state.users.map((user) => [user.id, user]));
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    this.bot = state.bot;
    this.commands = state.profile.filter((entry) => entry.kind === "commands");
    this.offset = state.clock.offset_seconds;
    this.pending = state.pending_updates;
    if (state.polling || state.webhook.url) this.polledAt = Date.now();
    this._tell({ kind: "state" });
    return state.seq;
  }

  /** Forget what was loaded and look again: after an interruption or a reset. */
  async _begin() {
    for (const rows of [this._messages, this._loading, this._taps, this._typing]) rows.clear();
    await this.refresh().catch(() => {});
    this._tell({ kind: "loaded" });
  }

  now() {
    return Date.now() / 1000 + this.offset;
  }

  /** The forum in which the staff work. */
  staffChat() {
    const groups = [...this.chats.values()].filter((chat) => chat.type !== "private" && !chat.migrated_to);
    return groups.find((chat) => chat.is_forum) ?? groups[0];
  }

  staff() {
    const present = ["creator", "administrator", "member", "restricted"];
    return (this.staffChat()?.members ?? []).filter((member) => present.includes(member.status));
  }

  isAdmin(chatId, userId) {
    const member = this.chats.get(chatId)?.members.find((one) => one.user_id === userId);
    return member !== undefined && ["creator", "administrator"].includes(member.status);
  }

  owners() {
    const staff = new Set(this.staff().map((member) => member.user_id));
    return [...this.users.values()].filter((user) => !staff.has(user.id));
  }

  /** The living topics, and those that were deleted while this page looked on. */
  topics() {
    const chat = this.staffChat();
    if (!chat?.is_forum) return [];
    const living = chat.topics.map((topic) => ({ ...topic, deleted: false }));
    const names = new Set(living.map((topic) => topic.thread));
    const lost = [...this.lostTopics.values()].filter((topic) => !names.has(topic.thread));
    return [...living, ...lost.map((topic) => ({ ...topic, deleted: true }))];
  }

  /** The messages of a place, oldest first; asks for them once if they are not there yet. */
  messages(chatId, thread) {
    if (!this._messages.has(chatId)) this._load(chatId);
    const all = [...(this._messages.get(chatId)?.values() ?? [])];
    const here = thread === undefined ? all : all.filter((message) => message.thread === thread);
    return here.sort((a, b) => a.message_id - b.message_id).slice(-KEPT_MESSAGES);
  }

  _load(chatId) {
    if (this._loading.has(chatId) || !this.chats.has(chatId)) return;
    const asked = api.messages(chatId, { limit: 2000 }).then(
      (answer) => {
        if (this._loading.get(chatId) !== asked) return;
        const newer = this._messages.get(chatId) ?? new Map();
        const loaded = answer.messages.map((message) => [message.message_id, message]);
        this._messages.set(chatId, new Map([...loaded, ...newer]));
        this._tell({ kind: "loaded", chat_id: chatId });
      },
      () => this._loading.delete(chatId),
    );
    this._loading.set(chatId, asked);
  }

  message(chatId, messageId) {
    return this._messages.get(chatId)?.get(messageId);
  }

  unread(chatId, thread) {
    return this._unread.get(placeKey(chatId, thread)) ?? 0;
  }

  markRead(chatId, thread) {
    return this._unread.delete(placeKey(chatId, thread));
  }

  isTyping(chatId, thread) {
    return (this._typing.get(placeKey(chatId, thread)) ?? 0) > Date.now();
  }

  /** A tapped button turns until its answer comes, or for a while. */
  tapped(chatId, messageId, data) {
    const key = `${chatId}/${messageId}`;
    this._taps.set(key, data);
    this._tell({ kind: "tapping", chat_id: chatId });
    setTimeout(() => this._untap(key, chatId), TAP_MS);
  }

  tapOf(chatId, messageId) {
    return this._taps.get(`${chatId}/${messageId}`);
  }

  untap(chatId, messageId) {
    this._untap(`${chatId}/${messageId}`, chatId);
  }

  _untap(key, chatId) {
    if (this._taps.delete(key)) this._tell({ kind: "tapping", chat_id: chatId });
  }

  _apply(event) {
    if (event.message) this._keep(event);
    if (event.kind === "deleted") this._messages.get(event.chat_id)?.delete(event.message_id);
    if (event.kind === "callback_answer") this.untap(event.chat_id, event.message_id);
    if (event.kind === "clock") this.offset = event.offset_seconds;
    if (event.kind === "chat_action") this._type(event);
    if (event.kind === "topic" && event.change === "deleted") this.lostTopics.set(event.topic.thread, event.topic);
    if (["topic", "chat", "user"].includes(event.kind)) this._refreshSoon();
    if (event.kind === "reset") {
      this._unread.clear();
      this.lostTopics.clear();
      this._begin();
    }
    this._tell(event);
  }

  _keep(event) {
    const { chat_id: chatId, message } = event;
    if (!this._messages.has(chatId)) this._messages.set(chatId, new Map());
    this._messages.get(chatId).set(message.message_id, message);
    if (!this._loading.has(chatId)) this._load(chatId);
    if (!this.chats.has(chatId)) this._refreshSoon();
    if (event.kind !== "message") return;
    const thread = this.chats.get(chatId)?.is_forum ? message.thread : undefined;
    this._typing.delete(placeKey(chatId, thread));
    const user = this.users.get(message.sender.id);
    if (user && chatId === user.id) user.started = true;
    if (!this.isSeen(chatId, thread, message)) {
      const key = placeKey(chatId, thread);
      this._unread.set(key, (this._unread.get(key) ?? 0) + 1);
    }
  }

  _type(event) {
    const thread = this.chats.get(event.chat_id)?.is_forum ? event.thread ?? GENERAL : undefined;
    this._typing.set(placeKey(event.chat_id, thread), Date.now() + TYPING_MS);
    setTimeout(() => this._tell({ kind: "typed" }), TYPING_MS + 50);
  }

  _refreshSoon() {
    clearTimeout(this._soon);
    this._soon = setTimeout(() => this.refresh().catch(() => {}), 60);
  }

  _tell(event) {
    for (const listener of this._listeners) listener(event);
  }
}
