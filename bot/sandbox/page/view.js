// What the person at the screen looks at: which owner, which topic, who writes; kept over a reload.

const STORED = "haedap.view";

export function loadView() {
  const initial = { ownerId: null, thread: null, writerId: null, officeId: null, column: "owners", log: false };
  try {
    return { ...initial, ...JSON.parse(localStorage.getItem(STORED) ?? "{}") };
  } catch {
    return initial;
  }
}

export function saveView(view) {
  localStorage.setItem(STORED, JSON.stringify(view));
}
