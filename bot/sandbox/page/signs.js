// Signs of the page's own buttons, drawn here so that they look the same where no emoji font is installed.

const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  clip: "M15.5 6.5v8a4 4 0 0 1-8 0V6a2.6 2.6 0 0 1 5.2 0v8a1.2 1.2 0 0 1-2.4 0V7",
  send: "M4 4.5 19 11.5 4 18.5 6.5 11.5zM6.5 11.5H12",
  lock: "M7 10.5V8a4 4 0 0 1 8 0v2.5M5.5 10.5h11v8h-11z",
  unlock: "M7 10.5V7.5a4 4 0 0 1 7.8-1.2M5.5 10.5h11v8h-11z",
  bin: "M5 6.5h12M9 6.5v-2h4v2M6.5 6.5l.8 12h7.4l.8-12M9.5 9.5v6M12.5 9.5v6",
  pin: "M8 4h6l-1 6 3 3H6l3-3zM11 13v6",
  down: "M11 5v12M6 12l5 5 5-5",
  plus: "M11 5v12M5 11h12",
  cross: "M6 6l10 10M16 6 6 16",
  dots: "M11 5v.1M11 11v.1M11 17v.1",
  more: "M5 11h.1M11 11h.1M17 11h.1",
  microphone: "M11 4a2.5 2.5 0 0 1 2.5 2.5v4a2.5 2.5 0 0 1-5 0v-4A2.5 2.5 0 0 1 11 4zM6 10.5a5 5 0 0 0 10 0M11 15.5v3",
  file: "M6 3.5h6l4 4v11H6zM12 3.5v4h4",
  place: "M11 19s-5.5-5.3-5.5-9.3a5.5 5.5 0 0 1 11 0C16.5 13.7 11 19 11 19zM11 9.8v.1",
  person: "M11 11a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM4.5 18.5c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5",
};

/** A drawn sign by its name; only for the eye, labels say it in words. */
export function sign(name) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { viewBox: "0 0 22 22", class: `sign-${name} drawn`, "aria-hidden": "true" };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
