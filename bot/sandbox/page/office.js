// Right: the manager's chat with the bot, where alerts come; other private chats of the staff and other groups too.

import { avatar, byId, el } from "./dom.js";
import { Pane } from "./pane.js";
import { t } from "./texts.js";

export class Office {
  constructor(world, view, changed) {
    this._world = world;
    this._view = view;
    this._changed = changed;
    this.pane = new Pane(world, { label: t("office.label"), where: () => this.where() });
    this._title = el("div", { class: "title" });
    this._chooser = el("select", { "aria-label": t("office.chooser"), on: { change: () => this._choose() } });
    byId("office").append(el("div", { class: "head" }, this._title, this._chooser), this.pane.node);
  }

  /** Private chats of the staff, the group's creator (the manager) first, then groups that are not the staff's. */
  _chats() {
    const staff = [...this._world.staff()].sort((a, b) => Number(b.status === "creator") - Number(a.status === "creator"));
    const staffChat = this._world.staffChat();
    const groups = [...this._world.chats.values()].filter((chat) => chat.type !== "private" && chat !== staffChat && !chat.migrated_to);
    return [
      ...staff.map((member) => ({ chatId: member.user_id, viewer: member.user_id, name: member.name, group: false })),
      ...groups.map((chat) => ({ chatId: chat.id, viewer: writerOf(chat), name: chat.title, group: true })),
    ];
  }

  _chosen() {
    const chats = this._chats();
    return chats.find((chat) => chat.chatId === this._view.officeId) ?? chats[0];
  }

  where() {
    const chosen = this._chosen();
    if (!chosen?.viewer) return null;
    const user = this._world.users.get(chosen.viewer);
    return {
      chatId: chosen.chatId,
      thread: undefined,
      viewer: chosen.viewer,
      scope: chosen.group ? "group" : "private",
      start: !chosen.group && !user?.started,
      closed: !chosen.group && user?.blocked ? "owner.blocked" : null,
      reopen: { key: "owner.unblock", run: () => this.pane.act({ do: "unblock" }) },
    };
  }

  render() {
    const chosen = this._chosen();
    if (!chosen) return;
    this._title.replaceChildren(
      avatar(chosen.name, chosen.chatId),
      el("div", {}, el("b", {}, chosen.name), el("small", {}, t(chosen.group ? "office.group" : "office.private"))),
    );
    const chats = this._chats();
    const looks = JSON.stringify([chats.map((chat) => [chat.chatId, chat.name, this._world.unread(chat.chatId)]), chosen.chatId]);
    if (looks !== this._looks) {
      this._looks = looks;
      this._chooser.replaceChildren(
        ...chats.map((chat) => {
          const unread = this._world.unread(chat.chatId);
          const name = unread > 0 ? `${chat.name} (${unread})` : chat.name;
          return el("option", { value: chat.chatId, selected: chat === chosen || chat.chatId === chosen.chatId }, name);
        }),
      );
    }
    this.pane.render();
  }

  _choose() {
    this._view.officeId = Number(this._chooser.value);
    this._changed();
  }
}

function writerOf(chat) {
  return chat.members.find((member) => !["left", "kicked"].includes(member.status))?.user_id;
}
