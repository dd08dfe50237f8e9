// Where somebody writes: text, files, an answer to a message, a change of one's own message.

import { clipped, el, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { sampleDocument, samplePhoto, sampleVoice } from "./samples.js";
import { sign } from "./signs.js";
import { t } from "./texts.js";
import { day, timeOfDay } from "./times.js";

const ALBUM = 10;
const TALLEST = 140;

/** What the server is to be told for files of one kind. */
function actOf(kind, count) {
  return count > 1 ? { do: "album", kind } : { do: kind };
}

export class Composer {
  /** `send(wish, files)` does what was written, returns whether it worked; `commands()` lists {command, description}. */
  constructor({ label, send, commands, now, privately }) {
    this._send = send;
    this._commands = commands;
    this._now = now;
    this._privately = privately;
    this._drafts = new Map();
    this._place = null;
    this._answering = null;
    this._editing = null;
    this._files = [];
    this._kind = "photo";
    this._build(label);
  }

  _build(label) {
    this._about = el("div", { class: "about", hidden: true });
    this._strip = el("div", { class: "strip", hidden: true });
    this.input = el("textarea", { rows: 1, "aria-label": label, placeholder: t("composer.placeholder") });
    this._picker = el("input", { type: "file", hidden: true, multiple: true, "aria-label": t("composer.attach") });
    this._slash = iconButton("/", t("composer.commands"), (event) => this._openCommands(event.currentTarget), { class: "slash" });
    this.node = el(
      "form",
      { class: "composer" },
      this._about,
      this._strip,
      el(
        "div",
        { class: "line" },
        iconButton(sign("clip"), t("composer.attach"), (event) => this._openAttach(event.currentTarget)),
        this._slash,
        this.input,
        el("button", { type: "submit", class: "send", title: t("composer.send"), "aria-label": t("composer.send") }, sign("send")),
      ),
      this._picker,
    );
    this.node.addEventListener("submit", (event) => {
      event.preventDefault();
      this._submit();
    });
    this.input.addEventListener("keydown", (event) => this._key(event));
    this.input.addEventListener("input", () => this._grow());
    new ResizeObserver(([entry]) => this._widthChanged(entry.contentRect.width)).observe(this.input);
    this.input.addEventListener("paste", (event) => this._paste(event));
    this._picker.addEventListener("change", () => {
      this.attach(this._kind, [...this._picker.files]);
      this._picker.value = "";
    });
  }

  /** Another conversation: its own draft, no answer or change begun elsewhere. */
  moveTo(place) {
    if (place === this._place) return;
    if (this._place !== null) this._drafts.set(this._place, this._editing ? "" : this.input.value);
    this._place = place;
    this._clear();
    this._put(this._drafts.get(place) ?? "");
  }

  showCommands(shown) {
    this._slash.hidden = !shown;
  }

  /** Put words in, ready to be sent. */
  suggest(words) {
    this._put(words);
    this.input.focus();
  }

  /** Whether something is being written, answered or changed. */
  isBusy() {
    return this.input.value.trim() !== "" || this._files.length > 0 || this._answering !== null || this._editing !== null;
  }

  answer(message, quote) {
    this._editing = null;
    this._answering = { message, quote };
    this._showAbout(t("composer.answering"), quote ?? message.text ?? message.caption ?? t("message.media"));
    this.input.focus();
  }

  change(message) {
    this._answering = null;
    this._editing = message;
    this._showAbout(t("composer.editing"), message.text ?? message.caption ?? "");
    this._put(message.text ?? message.caption ?? "");
    this.input.focus();
  }

  attach(kind, files) {
    if (files.length === 0) return;
    const together = this._files.length > 0 && this._kind === kind && kind !== "voice";
    this._files = [...(together ? this._files : []), ...files].slice(0, ALBUM);
    this._kind = kind;
    this._showFiles();
    this.input.focus();
  }

  _put(words) {
    this.input.value = words;
    this._grow();
  }

  /** As high as its words; a field that is not on the screen has no height to measure and is looked at again later. */
  _grow() {
    this.input.style.height = "auto";
    const wanted = this.input.scrollHeight + this.input.offsetHeight - this.input.clientHeight;
    if (wanted > 0) this.input.style.height = `${Math.min(wanted, TALLEST)}px`;
  }

  _widthChanged(width) {
    if (width === this._width) return;
    this._width = width;
    this._grow();
  }

  _key(event) {
    if (event.isComposing || event.keyCode === 229) return; // a Korean syllable is still being put together
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this._submit();
    }
    if (event.key === "Escape") this._clear();
  }

  _paste(event) {
    const pictures = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith("image/"));
    if (pictures.length === 0) return;
    event.preventDefault();
    this.attach("photo", pictures);
  }

  async _submit() {
    const words = this.input.value.trim();
    if (words === "" && this._files.length === 0) return;
    const [wish, files] = this._wish(words);
    if (await this._send(wish, files)) {
      this._clear();
      this._put("");
    }
  }

  _wish(words) {
    if (this._editing) return [{ do: "edit", message_id: this._editing.message_id, text: words }, []];
    const about = {};
    if (this._answering) about.reply_to = this._answering.message.message_id;
    if (this._files.length > 0) {
      return [{ ...actOf(this._kind, this._files.length), ...about, ...(words ? { text: words } : {}) }, this._files];
    }
    if (this._answering?.quote) about.quote = this._answering.quote;
    return [{ do: "text", text: words, ...about }, []];
  }

  _clear() {
    if (this._editing) this._put("");
    this._answering = null;
    this._editing = null;
    this._files = [];
    this._about.hidden = true;
    this._showFiles();
  }

  _showAbout(title, words) {
    const leave = iconButton(sign("cross"), t("composer.leave"), () => this._clear());
    this._about.replaceChildren(el("div", {}, el("b", {}, title), el("span", {}, clipped(words, 80))), leave);
    this._about.hidden = false;
  }

  _showFiles() {
    for (const picture of this._strip.querySelectorAll("img")) URL.revokeObjectURL(picture.src);
    this._strip.hidden = this._files.length === 0;
    this._strip.replaceChildren(...this._files.map((file, index) => this._fileNode(file, index)));
  }

  _fileNode(file, index) {
    const isPicture = this._kind === "photo" && file.type.startsWith("image/");
    const remove = () => {
      this._files.splice(index, 1);
      this._showFiles();
    };
    return el(
      "div",
      { class: "attachment" },
      isPicture ? el("img", { src: URL.createObjectURL(file), alt: file.name }) : el("span", {}, file.name),
      iconButton(sign("cross"), t("composer.remove", { name: file.name }), remove),
    );
  }

  _openAttach(anchor) {
    const pick = (kind, accept) => {
      this._kind = kind;
      this._picker.accept = accept;
      this._picker.click();
    };
    const stamp = () => `${day(this._now())} ${timeOfDay(this._now())}`;
    openMenu(anchor, [
      { label: t("attach.samplePhoto"), run: async () => this.attach("photo", [await samplePhoto(0, stamp())]) },
      {
        label: t("attach.sampleAlbum"),
        run: async () => this.attach("photo", [await samplePhoto(0, stamp()), await samplePhoto(1, stamp())]),
      },
      { label: t("attach.sampleVoice"), run: () => this.attach("voice", [sampleVoice()]) },
      { label: t("attach.sampleDocument"), run: () => this.attach("document", [sampleDocument()]) },
      { label: t("attach.photo"), run: () => pick("photo", "image/png,image/jpeg,image/gif,image/webp") },
      { label: t("attach.video"), run: () => pick("video", "video/*") },
      { label: t("attach.voice"), run: () => pick("voice", "audio/*") },
      { label: t("attach.document"), run: () => pick("document", "") },
      { label: t("attach.location"), run: () => this._send({ do: "location" }, []) },
      this._privately() ? { label: t("attach.contact"), run: () => this._send({ do: "contact" }, []) } : null,
      { label: t("attach.sticker"), run: () => this._send({ do: "sticker", emoji: "👍" }, []) },
    ]);
  }

  _openCommands(anchor) {
    const items = this._commands().map(({ command, description }) => ({
      label: `/${command}`,
      hint: description,
      run: () => this.suggest(`/${command} `),
    }));
    openMenu(anchor, items.length > 0 ? items : [{ label: t("composer.noCommands"), run: () => {}, disabled: true }]);
  }
}
