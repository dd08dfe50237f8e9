// Left: the owners, each with a phone.

import * as api from "./api.js";
import { avatar, byId, el, iconButton } from "./dom.js";
import { ask, openMenu, toast } from "./menu.js";
import { Pane } from "./pane.js";
import { sign } from "./signs.js";
import { language, t } from "./texts.js";

export class Owners {
  constructor(world, view, changed) {
    this._world = world;
    this._view = view;
    this._changed = changed;
    this.pane = new Pane(world, { label: t("owner.label"), where: () => this.where() });
    this._tabs = el("div", { class: "tabs", role: "tablist", "aria-label": t("owner.tabs") });
    this._more = iconButton(sign("dots"), t("owner.more"), (event) => this._openMenu(event.currentTarget));
    this._title = el("div", { class: "title" });
    byId("owners").append(
      this._tabs,
      el("div", { class: "phone" }, el("div", { class: "head" }, this._title, this._more), this.pane.node),
    );
  }

  /** The chosen owner, or the first. */
  owner() {
    const owners = this._world.owners();
    return owners.find((user) => user.id === this._view.ownerId) ?? owners[0];
  }

  where() {
    const owner = this.owner();
    if (!owner) return null;
    return {
      chatId: owner.id,
      thread: undefined,
      viewer: owner.id,
      scope: "private",
      start: !owner.started,
      closed: owner.blocked ? "owner.blocked" : null,
      reopen: { key: "owner.unblock", run: () => this.pane.act({ do: "unblock" }) },
    };
  }

  render() {
    const chosen = this.owner();
    const tabs = this._world.owners().map((owner) => this._tab(owner, owner === chosen));
    this._tabs.replaceChildren(...tabs, iconButton(sign("plus"), t("owner.new"), () => this._create(), { class: "add" }));
    if (!chosen) return;
    const { bot } = this._world;
    this._title.replaceChildren(
      avatar(bot.name, bot.id),
      el("div", {}, el("b", {}, bot.name), el("small", {}, t("owner.phoneOf", { name: chosen.name }))),
    );
    this.pane.render();
  }

  choose(ownerId) {
    this._view.ownerId = ownerId;
    this._changed();
  }

  _tab(owner, chosen) {
    const unread = this._world.unread(owner.id);
    const props = { type: "button", role: "tab", "aria-selected": String(chosen), class: chosen ? "tab chosen" : "tab" };
    return el(
      "button",
      { ...props, on: { click: () => this.choose(owner.id) } },
      owner.blocked ? el("span", { class: "blocked" }, sign("lock")) : null,
      owner.name,
      unread > 0 ? el("span", { class: "count", "aria-label": t("page.unread", { count: unread }) }, unread) : null,
    );
  }

  _openMenu(anchor) {
    const owner = this.owner();
    const toggle = owner.blocked
      ? { label: t("owner.unblock"), run: () => this.pane.act({ do: "unblock" }) }
      : { label: t("owner.block"), run: () => this.pane.act({ do: "block" }) };
    openMenu(anchor, [
      { label: t("owner.startAgain"), run: () => this.pane.act({ do: "start" }) },
      toggle,
      { label: t("owner.new"), run: () => this._create() },
    ]);
  }

  async _create() {
    const option = (value, words) => el("option", { value, selected: value === language() }, words);
    const given = await ask(t("owner.newWords"), {
      fields: [
        el("label", {}, t("owner.name"), el("input", { name: "name", required: true, maxlength: 60, autocomplete: "off" })),
        el("label", {}, t("owner.language"), el("select", { name: "language" }, option("ko", "한국어"), option("en", "English"), option("zh", "中文"))),
      ],
      yes: t("owner.create"),
    });
    if (!given?.name.trim()) return;
    try {
      const made = await api.newUser({ first_name: given.name.trim(), language_code: given.language });
      await this._world.refresh();
      this.choose(made.id);
    } catch (error) {
      toast(t("page.refused", { reason: error.message }), true);
    }
  }
}
