// Four steps for somebody who sees this for the first time; each ticks itself off when it has happened (steps.js).

import { byId, el, iconButton } from "./dom.js";
import { sign } from "./signs.js";
import { ANSWER, DONE, FEEDBACK, RESOLVE, Steps, WRITE } from "./steps.js";
import { t } from "./texts.js";
import { untilOpening } from "./times.js";

const STORED = "haedap.guide";
const STEPS = ["write", "answer", "resolve", "feedback"];

export class Guide {
  constructor({ world, view, owners, staff, top, changed }) {
    Object.assign(this, { _world: world, _view: view, _owners: owners, _staff: staff, _top: top, _changed: changed });
    this._root = byId("guide");
    this._steps = new Steps(world);
    this._progress = this._load();
  }

  _load() {
    const begin = { done: WRITE, hidden: false, asked: null };
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
      this._progress = { done: WRITE, hidden: this._progress.hidden, asked: null };
      this._save();
      return;
    }
    const before = this._progress;
    if (before.done === DONE) return;
    const { done: reached, asked } = this._steps.look(before.asked);
    const done = this._steps.isAnswer(event) ? DONE : Math.max(before.done, reached);
    if (done === before.done && asked?.messageId === before.asked?.messageId) return;
    this._progress = { ...before, done, asked };
    this._save();
  }

  /** What to do next: a text key with its values, and a button {key, run} that helps with it. */
  _next() {
    const step = this._progress.done;
    if (step === WRITE) return this._nextWriting();
    if (step === ANSWER) return this._nextAnswering();
    if (step === RESOLVE) return this._nextResolving();
    if (step === FEEDBACK) return this._nextFeedback();
    return { words: "guide.done", help: null };
  }

  _nextWriting() {
    const where = this._owners.where();
    const written = where && this._world.messages(where.chatId).some((one) => one.sender.id === where.viewer && !(one.text ?? "").startsWith("/"));
    const send = where && this._steps.sending(where.chatId);
    if (send) return { words: "guide.write.send", values: { send }, help: null, column: "owners" };
    if (written) return { words: "guide.write.go", help: null, column: "owners" };
    const help = { key: "guide.example", run: () => this._suggest("owners", this._owners, t("guide.complaint")) };
    return { words: "guide.write", help, column: "owners" };
  }

  _nextAnswering() {
    const card = this._steps.card();
    const unclaimed = this._mustOpen(card) ?? this._mustClaim(card);
    if (unclaimed) return unclaimed;
    const help = { key: "guide.example", run: () => this._suggest("staff", this._staff, t("guide.reply")) };
    return { words: "guide.answer.go", help, column: "staff" };
  }

  _nextResolving() {
    const card = this._steps.card();
    const unclaimed = this._mustOpen(card) ?? this._mustClaim(card);
    if (unclaimed) return unclaimed;
    const noted = card?.moves.has("resolve");
    const words = noted ? t("guide.conclusion") : t("guide.note");
    const help = { key: "guide.example", run: () => this._suggest("staff", this._staff, words) };
    return { words: noted ? "guide.resolve" : "guide.resolve.note", help, column: "staff" };
  }

  _mustOpen(card) {
    if (!card || this._staff.topic()?.thread === card.thread) return undefined;
    return { words: "guide.answer.open", help: { key: "guide.openTopic", run: () => this._open(card.thread) }, column: "staff" };
  }

  /** The button is named as it reads: its label is in the office's language, whatever this page speaks. */
  _mustClaim(card) {
    if (!card?.moves.has("claim")) return undefined;
    return { words: "guide.answer", values: { claim: card.claim }, help: null, column: "staff" };
  }

  _nextFeedback() {
    const { asked } = this._progress;
    const owner = asked && this._world.users.get(asked.chatId);
    if (owner) return { words: "guide.feedback.go", values: { name: owner.name }, help: null, column: "owners" };
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
    document.body.dataset.guided = hidden || done === DONE ? "" : (next.column ?? "");
    const looks = JSON.stringify([done, hidden, next.words, next.values, next.help?.key, this._view.thread]);
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
      el("p", { class: "next", "aria-live": "polite" }, t(next.words, next.values)),
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
