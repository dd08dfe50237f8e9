// Text that people wrote, as nodes: web addresses and /commands become clickable, everything else stays text.

import { el } from "./dom.js";

const CLICKABLE = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}'’”])|(?<=^|[\s(])(\/[a-z][a-z0-9_]{0,31})(?![\w/])/giu;

/** The nodes of `text`; `onCommand(command)` runs when somebody clicks a command. */
export function wordsOf(text, onCommand) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(CLICKABLE)) {
    nodes.push(text.slice(from, match.index));
    const [whole, url, command] = match;
    if (url) {
      nodes.push(el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url));
    } else if (command) {
      nodes.push(el("button", { type: "button", class: "command", on: { click: () => onCommand(command) } }, command));
    }
    from = match.index + whole.length;
  }
  nodes.push(text.slice(from));
  return nodes.filter((node) => node !== "");
}
