// Below: what the service did, from the journal of Bot API calls.

import * as api from "./api.js";
import { byId, clipped, el } from "./dom.js";
import { t } from "./texts.js";
import { toTheSecond } from "./times.js";

const LOOK_MS = 1500;
const KEPT = 150;
const UNTOLD = new Set(["getUpdates", "getForumTopicIconStickers", "getMe", "getWebhookInfo"]);

export class Activity {
  constructor(world, view, changed) {
    this._world = world;
    this._view = view;
    this._changed = changed;
    this._entries = [];
    this._seen = 0;
    this._button = byId("activity");
    this._log = byId("journal");
    this._button.addEventListener("click", () => {
      view.log = !view.log;
      changed();
    });
    this._look();
  }

  render() {
    this._button.setAttribute("aria-expanded", String(this._view.log));
    this._log.hidden = !this._view.log;
    const last = this._entries.at(-1);
    this._button.replaceChildren(
      el("b", {}, t("activity.title")),
      last ? el("span", { class: last.ok ? "" : "bad" }, this._words(last)) : el("span", {}, t("activity.none")),
    );
    if (!this._view.log) return;
    const looks = `${last?.seq}`;
    if (looks === this._looks) return;
    this._looks = looks;
    const rows = this._entries.map((entry) => el("li", { class: entry.ok ? "" : "bad" }, this._words(entry)));
    this._log.replaceChildren(...rows.reverse());
  }

  async _look() {
    if (!document.hidden) await this._ask().catch(() => {});
    setTimeout(() => this._look(), LOOK_MS);
  }

  async _ask() {
    const { entries } = await api.journal(this._seen, KEPT);
    if (entries.length === 0) return;
    this._seen = entries.at(-1).seq;
    const told = entries.filter((entry) => !UNTOLD.has(entry.method));
    if (told.length === 0) return;
    this._entries = [...this._entries, ...told].slice(-KEPT);
    this._changed();
  }

  /** Forget what was shown: the journal begins anew after a reset. */
  clear() {
    this._entries = [];
    this._seen = 0;
  }

  _words(entry) {
    const { params } = entry;
    const said = params.text ?? params.caption ?? params.name ?? "";
    const outcome = entry.ok ? "✓" : `✗ ${entry.error?.description ?? entry.fault ?? ""}`;
    const whom = this._placeName(entry);
    return [toTheSecond(entry.time), entry.method, whom && `→ ${whom}`, said && `“${clipped(String(said), 60)}”`, outcome].filter(Boolean).join("  ");
  }

  _placeName(entry) {
    const chatId = entry.chat;
    if (chatId === null || chatId === undefined) return "";
    const name = this._world.users.get(chatId)?.name ?? this._world.chats.get(chatId)?.title ?? String(chatId);
    const topic = this._world.topics().find((one) => String(one.thread) === String(entry.params.message_thread_id));
    return topic ? `${name} / ${topic.name}` : name;
  }
}
