// Times as the office shows them. The sample office is in Seoul, which has no summer time.

import { language } from "./texts.js";

const ZONE = "Asia/Seoul";
const OFFSET = 9 * 3600;
const DAY = 86400;
const OPENS = 9 * 3600;

const formats = new Map();

function format(seconds, name, options) {
  const key = `${language()}/${name}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language(), { timeZone: ZONE, ...options }));
  return formats.get(key).format(new Date(seconds * 1000));
}

export const timeOfDay = (s) => format(s, "time", { hour: "2-digit", minute: "2-digit", hour12: false });
export const day = (s) => format(s, "day", { month: "long", day: "numeric", weekday: "short" });
export const toTheSecond = (s) => format(s, "second", { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });

/** Seconds from `now` (UNIX) to the next 09:00 in Seoul that is not on a weekend. */
export function untilOpening(now) {
  const local = now + OFFSET;
  let opening = Math.floor(local / DAY) * DAY + OPENS;
  while (opening <= local || isWeekend(opening)) opening += DAY;
  return opening - local;
}

function isWeekend(local) {
  return [0, 6].includes(new Date(local * 1000).getUTCDay());
}
