// Things to send when nothing is at hand: photos drawn here, a sound, a document.

import { t } from "./texts.js";

const WIDTH = 960;
const HEIGHT = 720;

/** A photo of a stain on a ceiling, or of a puddle on the floor (`scene` 1), with the words of `stamp` in a corner. */
export async function samplePhoto(scene, stamp) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext("2d");
  (scene === 1 ? drawPuddle : drawStain)(pen);
  pen.fillStyle = "rgba(255, 255, 255, 0.85)";
  pen.font = "26px sans-serif";
  pen.textAlign = "right";
  pen.fillText(stamp, WIDTH - 24, HEIGHT - 24);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  return new File([blob], scene === 1 ? "puddle.jpg" : "ceiling.jpg", { type: "image/jpeg" });
}

function drawStain(pen) {
  const room = pen.createLinearGradient(0, 0, 0, HEIGHT);
  room.addColorStop(0, "#f1ede4");
  room.addColorStop(1, "#d9d2c3");
  pen.fillStyle = room;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = "#c9bfa9";
  pen.fillRect(0, 470, WIDTH, 14);
  pen.fillStyle = "#e5dfd0";
  pen.fillRect(0, 484, WIDTH, HEIGHT);
  blot(pen, 470, 230, 210, "rgba(139, 101, 48, 0.28)");
  blot(pen, 500, 250, 150, "rgba(120, 82, 34, 0.35)");
  blot(pen, 480, 235, 80, "rgba(92, 60, 22, 0.4)");
  for (let drop = 0; drop < 7; drop += 1) {
    pen.fillStyle = "rgba(80, 130, 170, 0.7)";
    pen.beginPath();
    pen.ellipse(420 + drop * 24, 400 + ((drop * 53) % 150), 5, 12, 0, 0, 7);
    pen.fill();
  }
}

function drawPuddle(pen) {
  pen.fillStyle = "#b98d5e";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.strokeStyle = "rgba(90, 60, 30, 0.5)";
  pen.lineWidth = 3;
  for (let y = 0; y < HEIGHT; y += 90) pen.strokeRect(-5 + ((y / 90) % 2) * -120, y, WIDTH + 200, 90);
  blot(pen, 480, 400, 250, "rgba(70, 120, 160, 0.45)");
  blot(pen, 560, 360, 130, "rgba(190, 220, 240, 0.5)");
}

function blot(pen, x, y, radius, colour) {
  pen.fillStyle = colour;
  pen.beginPath();
  for (let step = 0; step <= 60; step += 1) {
    const angle = (step / 60) * 2 * Math.PI;
    const reach = radius * (1 + 0.12 * Math.sin(angle * 5) + 0.07 * Math.sin(angle * 11));
    pen.lineTo(x + reach * 1.25 * Math.cos(angle), y + reach * 0.7 * Math.sin(angle));
  }
  pen.fill();
}

/** Two seconds of a tapping pipe, as a WAV file that can be played. */
export function sampleVoice() {
  const rate = 8000;
  const samples = rate * 2;
  const data = new DataView(new ArrayBuffer(44 + samples * 2));
  const text = (at, word) => [...word].forEach((letter, index) => data.setUint8(at + index, letter.charCodeAt(0)));
  text(0, "RIFF");
  data.setUint32(4, 36 + samples * 2, true);
  text(8, "WAVEfmt ");
  [[16, 16, 4], [20, 1, 2], [22, 1, 2], [24, rate, 4], [28, rate * 2, 4], [32, 2, 2], [34, 16, 2]].forEach(([at, value, size]) =>
    size === 4 ? data.setUint32(at, value, true) : data.setUint16(at, value, true),
  );
  text(36, "data");
  data.setUint32(40, samples * 2, true);
  for (let index = 0; index < samples; index += 1) {
    const since = index % (rate / 2);
    const value = Math.sin((since * 2 * Math.PI * 440) / rate) * Math.exp(-since / 500) * 12000;
    data.setInt16(44 + index * 2, value, true);
  }
  return new File([data.buffer], "voice.wav", { type: "audio/wav" });
}

export function sampleDocument() {
  return new File([t("sample.document")], "memo.txt", { type: "text/plain" });
}
