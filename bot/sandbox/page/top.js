// Above: the clock and what moves it, whether the service listens, the language; on narrow screens which column is shown.

import * as api from "./api.js";
import { byId, el } from "./dom.js";
import { ask, toast } from "./menu.js";
import { chooseLanguage, language, t } from "./texts.js";
import { day, toTheSecond, untilOpening } from "./times.js";

const STATE_MS = 4000;
const SILENT_MS = 10000;
/** So long a service that was never heard may still be starting: its first start learns the example sentences. */
const STARTING_MS = 180000;
const STEPS = [["top.minutes", 300], ["top.hour", 3600], ["top.day", 86400]];

export class Top {
  constructor(world, view, changed) {
    this._world = world;
    this._view = view;
    this._changed = changed;
    this._status = byId("status");
    this._opened = Date.now();
    const steps = STEPS.map(([key, seconds]) => this._button(key, () => this.move(seconds)));
    byId("clocktools").append(...steps, this._button("top.opening", () => this.move(untilOpening(world.now()))));
    byId("reset").addEventListener("click", () => this._reset());
    const other = language() === "ko" ? "en" : "ko";
    byId("language").addEventListener("click", () => chooseLanguage(other));
    for (const tab of document.querySelectorAll("#columns button")) {
      tab.addEventListener("click", () => {
        view.column = tab.dataset.column;
        changed();
      });
    }
    setInterval(() => this._renderClock(), 1000);
    setInterval(() => this._look(), STATE_MS);
  }

  /** Move business time forward by so many seconds. */
  async move(seconds) {
    try {
      const clock = await api.moveClock({ advance_seconds: seconds });
      toast(t("top.moved", { time: `${day(clock.now)} ${toTheSecond(clock.now).slice(0, 5)}` }));
    } catch (error) {
      toast(t("page.refused", { reason: error.message }), true);
    }
  }

  render() {
    this._renderClock();
    const { world, words } = { world: this._world, words: this._serviceWords() };
    this._status.className = { "top.well": "well", "top.starting": "starting" }[words] ?? "ill";
    this._status.textContent = t(words, { count: world.pending });
    for (const tab of document.querySelectorAll("#columns button")) {
      const { column } = tab.dataset;
      tab.setAttribute("aria-selected", String(column === this._view.column));
      const unread = this._unread(column);
      tab.replaceChildren(t(`column.${column}`), unread > 0 ? el("span", { class: "count" }, unread) : "");
    }
    document.body.dataset.column = this._view.column;
  }

  _button(key, run) {
    return el("button", { type: "button", title: t(`${key}.title`), on: { click: run } }, t(key));
  }

  _renderClock() {
    const now = this._world.now();
    byId("date").textContent = day(now);
    byId("time").textContent = toTheSecond(now);
  }

  _serviceWords() {
    if (!this._world.connected) return "top.away";
    const silent = Date.now() - this._world.polledAt > SILENT_MS;
    if (!silent) return "top.well";
    if (this._world.polledAt === 0 && Date.now() - this._opened < STARTING_MS) return "top.starting";
    return this._world.pending > 0 ? "top.waiting" : "top.silent";
  }

  _unread(column) {
    const world = this._world;
    const staffChat = world.staffChat();
    const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
    if (column === "owners") return sum(world.owners().map((owner) => world.unread(owner.id)));
    if (column === "office") return sum(world.staff().map((member) => world.unread(member.user_id)));
    if (!staffChat) return 0;
    return sum([null, ...world.topics().map((topic) => topic.thread)].map((thread) => world.unread(staffChat.id, thread)));
  }

  _look() {
    if (!document.hidden) this._world.refresh().catch(() => {});
  }

  async _reset() {
    if (!(await ask(t("top.reallyReset"), { yes: t("top.reset") }))) return;
    await api.reset().catch((error) => toast(t("page.refused", { reason: error.message }), true));
  }
}
