// The control API of the look-alike (bot/sandbox/control.py says what there is).

async function request(path, options = {}) {
  const response = await fetch(path, options);
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error ?? `${response.status} ${response.statusText}`);
  return body;
}

function post(path, body) {
  return request(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

export const state = () => request("/sandbox/state");
export const journal = (since, limit) => request(`/sandbox/journal?since=${since}&limit=${limit}`);
export const newUser = (wish) => post("/sandbox/users", wish);
export const moveClock = (wish) => post("/sandbox/clock", wish);
export const reset = () => post("/sandbox/reset", { seed: true });

export function messages(chatId, { thread, limit }) {
  const query = new URLSearchParams({ limit });
  if (thread !== undefined) query.set("thread", thread ?? "general");
  return request(`/sandbox/chats/${chatId}/messages?${query}`);
}

/** What a person does: {as, chat, thread?, do, …}, with files if there are any. */
export function act(wish, files = []) {
  if (files.length === 0) return post("/sandbox/act", wish);
  const form = new FormData();
  form.set("act", JSON.stringify(wish));
  files.forEach((file, index) => form.append(`file${index}`, file, file.name));
  return request("/sandbox/act", { method: "POST", body: form });
}

/** Emoji of the topic icons by their id, as Telegram's clients know them. */
export async function topicIcons(token) {
  const answer = await request(`/bot${token}/getForumTopicIconStickers`);
  return new Map(answer.result.map((sticker) => [sticker.custom_emoji_id, sticker.emoji]));
}

/**
 * Everything that happens after `since`. `onEvent` gets each event once; `onConnection(true|false)` tells whether the
 * look-alike answers. After an interruption it goes on where it was; the caller looks at everything anew then.
 */
export function follow(since, onEvent, onConnection) {
  let source = null;
  let pause = 500;
  const connect = () => {
    source = new EventSource(`/sandbox/stream?since=${since}`);
    source.onopen = () => {
      pause = 500;
      onConnection(true);
    };
    source.onmessage = (message) => {
      const event = JSON.parse(message.data);
      if (event.seq <= since) return;
      since = event.seq;
      onEvent(event);
    };
    source.onerror = () => {
      source.close();
      onConnection(false);
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, 5000);
    };
  };
  connect();
}
