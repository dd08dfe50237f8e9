// Four steps for somebody who sees this for the first time; each ticks itself off when it has happened.
//
// What a step looks for are things that people in the chats can see: a pinned card, a mark that a reply was delivered,
// a card that changed after "/resolve", a tap on the question whether it is solved.

import { byId, el, iconButton } from "./dom.js";
import { sign } from "./signs.js";
import { t } from "./texts.js";
import { untilOpening } from "./times.js";

const STORED = "haedap.guide";
const STEPS = ["write", "answer", "resolve", "feedback"];
/** The first letters of the button under "is it solved?" (bot/rules/tap_verbs.py). */
const SOLVED = "sv:";

export class Guide {
  constructor({ world, view, owners, staff, top, changed }) {
    Object.assign(this, { _world: world, _view: view, _owners: owners, _staff: staff, _top: top, _changed: changed });
    this._root = byId("guide");
    this._progress = this._load();
  }

  _load() {
    const begin = { done: 0, hidden: false, tapped: false, resolving: false };
    try {
      return { ...begin, ...JSON.parse(localStorage.getItem(STORED) ?? "{}") };
    } catch {
      return begin;
    }
  }

  _save() {
    localStorage.setItem(STORED, JSON.stringify(this._progress));
  }

  heard(event) {
    if (event.kind === "reset") {
      this._progress = { done: 0, hidden: this._progress.hidden, tapped: false, resolving: false };
      this._save();
      return;
    }
    const before = this._progress.done;
    if (event.kind === "tap" && event.chat_id === this._world.staffChat()?.id) this._progress.tapped = true;
    if (before === 0 && this._card()) this._progress.done = 1;
    if (before === 1 && this._delivered()) this._progress.done = 2;
    if (before === 2) this._watchResolving(event);
    if (before === 3 && event.kind === "tap" && event.data.startsWith(SOLVED)) this._progress.done = 4;
    if (this._progress.done !== before) this._save();
  }

  _staffMessages() {
    const chat = this._world.staffChat();
    return chat ? this._world.messages(chat.id).filter((message) => message.thread !== null) : [];
  }

  _card() {
    return this._staffMessages().findLast((message) => message.pinned && message.sender.is_bot);
  }

  /** A person's words in a topic that the bot has marked as delivered. */
  _delivered() {
    const botId = this._world.bot.id;
    return this._staffMessages().some(
      (message) =>
        !message.sender.is_bot &&
        !(message.text ?? "").startsWith("/") &&
        message.reactions.some((reaction) => reaction.by.includes(botId)),
    );
  }

  _watchResolving(event) {
    const { message } = event;
    if (!message || message.thread === null) return;
    if (event.kind === "message" && /^\/resolve\s+\S/u.test(message.text ?? "")) this._progress.resolving = true;
    if (event.kind === "edited" && message.pinned && this._progress.resolving) this._progress.done = 3;
  }

  /** The question "is it solved?" in the chat that is shown on the left, or undefined. */
  _question() {
    const where = this._owners.where();
    if (!where) return undefined;
    return this._world
      .messages(where.chatId)
      .findLast((message) => message.buttons.some((row) => row.some((button) => button.data?.startsWith(SOLVED))));
  }

  /** What to do next: a text key, and a button {key, run} that helps with it. */
  _next() {
    const step = STEPS[this._progress.done];
    if (step === "write") return this._nextWriting();
    if (step === "answer") return this._nextAnswering();
    if (step === "resolve") return this._nextResolving();
    if (step === "feedback") return this._nextFeedback();
    return { words: "guide.done", help: null };
  }

  _nextWriting() {
    const where = this._owners.where();
    const written = where && this._world.messages(where.chatId).some((one) => one.sender.id === where.viewer && !(one.text ?? "").startsWith("/"));
    if (written) return { words: "guide.write.go", help: null, column: "owners" };
    const help = { key: "guide.example", run: () => this._suggest("owners", this._owners, t("guide.complaint")) };
    return { words: "guide.write", help, column: "owners" };
  }

  _nextAnswering() {
    const card = this._card();
    const open = this._staff.topic();
    if (card && open?.thread !== card.thread) {
      return { words: "guide.answer.open", help: { key: "guide.openTopic", run: () => this._open(card.thread) }, column: "staff" };
    }
    const claimed = this._progress.tapped || this._staffMessages().some((message) => message.text?.startsWith("/claim"));
    const help = { key: "guide.example", run: () => this._suggest("staff", this._staff, t("guide.reply")) };
    return { words: claimed ? "guide.answer.go" : "guide.answer", help, column: "staff" };
  }

  _nextResolving() {
    const noted = this._staffMessages().some((message) => /^(\/note\s|\/\/)/u.test(message.text ?? ""));
    const words = noted ? t("guide.conclusion") : t("guide.note");
    const help = { key: "guide.example", run: () => this._suggest("staff", this._staff, words) };
    return { words: noted ? "guide.resolve" : "guide.resolve.note", help, column: "staff" };
  }

  _nextFeedback() {
    if (this._question()) return { words: "guide.feedback.go", help: null, column: "owners" };
    const hour = new Date((this._world.now() + 9 * 3600) * 1000).getUTCHours();
    const night = hour >= 21 || hour < 8;
    const help = night
      ? { key: "top.opening", run: () => this._top.move(untilOpening(this._world.now())) }
      : { key: "guide.moveClock", run: () => this._top.move(3700) };
    return { words: night ? "guide.feedback.night" : "guide.feedback", help, column: "owners" };
  }

  _suggest(column, part, words) {
    this._view.column = column;
    this._changed();
    requestAnimationFrame(() => part.pane.composer.suggest(words));
  }

  _open(thread) {
    this._view.column = "staff";
    this._staff.choose(thread);
  }

  _hide(hidden) {
    this._progress.hidden = hidden;
    this._save();
    this._changed();
  }

  render() {
    const { done, hidden } = this._progress;
    const next = this._next();
    document.body.dataset.guided = hidden || done === STEPS.length ? "" : (next.column ?? "");
    const looks = JSON.stringify([done, hidden, next.words, next.help?.key, this._view.thread]);
    if (looks === this._looks) return;
    this._looks = looks;
    this._root.classList.toggle("folded", hidden);
    if (hidden) {
      this._root.replaceChildren(el("button", { type: "button", class: "link", on: { click: () => this._hide(false) } }, t("guide.show")));
      return;
    }
    const steps = STEPS.map((name, index) => stepNode(name, index, done));
    const help = next.help
      ? el("button", { type: "button", class: "main", on: { click: () => this._next().help?.run() } }, t(next.help.key))
      : "";
    this._root.replaceChildren(
      el("ol", { "aria-label": t("guide.label") }, steps),
      el("p", { class: "next", "aria-live": "polite" }, t(next.words)),
      help,
      iconButton(sign("cross"), t("guide.hide"), () => this._hide(true)),
    );
  }
}

function stepNode(name, index, done) {
  const state = index < done ? "done" : index === done ? "now" : "later";
  const mark = state === "done" ? "✓" : String(index + 1);
  const props = { class: state, "aria-current": state === "now" ? "step" : undefined };
  return el("li", props, el("span", { class: "sign", "aria-hidden": "true" }, mark), t(`guide.step.${name}`));
}
