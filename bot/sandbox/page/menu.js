// A menu that opens beside a button, a question in a window, and a line that appears for a moment.

import { byId, el } from "./dom.js";
import { t } from "./texts.js";

const TOAST_MS = 5000;
let close = () => {};

/** Open a menu at `anchor`. items: {label, run, disabled?} or {emoji: [..], run(emoji)}. */
export function openMenu(anchor, items) {
  close();
  const list = el("div", { class: "menu", role: "menu" }, items.filter(Boolean).map(itemNode));
  document.body.append(list);
  place(list, anchor.getBoundingClientRect());
  const outside = (event) => {
    if (!list.contains(event.target)) close();
  };
  const keys = (event) => {
    if (event.key === "Escape") close();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(list, event.key === "ArrowDown" ? 1 : -1);
    }
  };
  close = () => {
    list.remove();
    document.removeEventListener("pointerdown", outside);
    document.removeEventListener("keydown", keys);
    close = () => {};
  };
  document.addEventListener("pointerdown", outside);
  document.addEventListener("keydown", keys);
  list.querySelector("button:not(:disabled)")?.focus();
}

function itemNode(item) {
  if (item.emoji) {
    const signs = item.emoji.map((emoji) =>
      el("button", { type: "button", role: "menuitem", on: { click: () => pick(() => item.run(emoji)) } }, emoji),
    );
    return el("div", { class: "signs" }, signs);
  }
  const props = { type: "button", role: "menuitem", disabled: item.disabled, title: item.title };
  return el("button", { ...props, on: { click: () => pick(item.run) } }, item.label, item.hint ? el("small", {}, item.hint) : null);
}

function pick(run) {
  close();
  run();
}

function place(list, box) {
  const { width, height } = list.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
  const below = box.bottom + 4;
  const top = below + height < innerHeight ? below : Math.max(8, box.top - height - 4);
  list.style.left = `${left}px`;
  list.style.top = `${top}px`;
}

function step(list, by) {
  const buttons = [...list.querySelectorAll("button:not(:disabled)")];
  const next = buttons[(buttons.indexOf(document.activeElement) + by + buttons.length) % buttons.length];
  next?.focus();
}

/** A window with words, fields and two buttons; resolves to the fields' values, or null when it is left. */
export function ask(words, { fields = [], yes = t("window.yes"), no = t("window.no") } = {}) {
  const form = el(
    "form",
    { method: "dialog" },
    el("p", {}, words),
    fields,
    el(
      "div",
      { class: "choices" },
      no ? el("button", { type: "submit", value: "no", formnovalidate: true }, no) : null,
      el("button", { type: "submit", value: "yes", class: "main" }, yes),
    ),
  );
  const window = el("dialog", {}, form);
  document.body.append(window);
  window.showModal();
  (form.querySelector("input") ?? form.querySelector(".main")).focus();
  return new Promise((resolve) => {
    window.addEventListener("close", () => {
      const values = Object.fromEntries(new FormData(form));
      window.remove();
      resolve(window.returnValue === "yes" ? values : null);
    });
  });
}

/** A picture in full size, until it is clicked. */
export function showPicture(url, name) {
  const window = el("dialog", { class: "lightbox", on: { click: () => window.close(), close: () => window.remove() } });
  window.append(el("img", { src: url, alt: name }));
  document.body.append(window);
  window.showModal();
}

/** A line that everybody sees for a moment. */
export function toast(words, bad = false) {
  const line = el("div", { class: bad ? "toast bad" : "toast", role: bad ? "alert" : "status" }, words);
  byId("toasts").append(line);
  setTimeout(() => line.remove(), TOAST_MS);
}
