// The page's own words, from texts.ko.json and texts.en.json.

const LANGUAGES = ["ko", "en"];
const STORED = "haedap.language";
let words = {};
let current = "ko";

/** Load the words of the language chosen earlier, else of the browser's if it is Korean, else English. */
export async function loadTexts() {
  const wished = localStorage.getItem(STORED) ?? (navigator.languages.some((l) => l.startsWith("ko")) ? "ko" : "en");
  current = LANGUAGES.includes(wished) ? wished : "ko";
  words = await (await fetch(`texts.${current}.json`)).json();
  document.documentElement.lang = current;
  document.title = t("page.title");
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = t(node.dataset.text);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", t(node.dataset.label));
}

export function language() {
  return current;
}

export function chooseLanguage(wished) {
  localStorage.setItem(STORED, wished);
  location.reload();
}

/** The sentence behind a key, `{name}` replaced by values.name. */
export function t(key, values = {}) {
  const text = words[key];
  if (text === undefined) {
    console.error(`no text ${key}`);
    return key;
  }
  return text.replace(/\{(\w+)\}/gu, (_, name) => String(values[name] ?? ""));
}

export function hasText(key) {
  return key in words;
}
