// Small helpers to build the page. Text always goes in as text nodes, so what people write can never become markup.

/** An element. props: attributes, `class`, and `on: {event: listener}`; empty children are left out. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else if (name === "class") {
      node.className = value;
    } else {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A button with a picture-like sign: `label` is what a screen reader and the tooltip say. */
export function iconButton(sign, label, run, props = {}) {
  return el(
    "button",
    { type: "button", title: label, "aria-label": label, ...props, class: `icon ${props.class ?? ""}`, on: { click: run } },
    sign,
  );
}

export function byId(id) {
  return document.getElementById(id);
}

/** A round sign with the first letter of a name, always in the same colour for the same id. */
export function avatar(name, id, small = false) {
  const letter = Array.from(name.trim())[0] ?? "?";
  return el("span", { class: `avatar c${Math.abs(id) % 7}${small ? " small" : ""}`, "aria-hidden": "true" }, letter);
}

export function clipped(text, length) {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
