// The page of the sandbox: everybody on one screen. Events change the world, the world is drawn once per frame.

import { Activity } from "./activity.js";
import { byId } from "./dom.js";
import { Guide } from "./guide.js";
import { toast } from "./menu.js";
import { Office } from "./office.js";
import { Owners } from "./owners.js";
import { Staff } from "./staff.js";
import { loadTexts, t } from "./texts.js";
import { Top } from "./top.js";
import { loadView, saveView } from "./view.js";
import { placeKey, World } from "./world.js";

async function start() {
  await loadTexts();
  const world = new World();
  const view = loadView();
  let drawing = false;
  const draw = () => {
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      render();
    });
  };
  const changed = () => {
    saveView(view);
    draw();
  };
  const owners = new Owners(world, view, changed);
  const staff = new Staff(world, view, changed);
  const office = new Office(world, view, changed);
  const top = new Top(world, view, changed);
  const activity = new Activity(world, view, changed);
  const guide = new Guide({ world, view, owners, staff, top, changed });
  const columns = [["owners", owners], ["staff", staff], ["office", office]];
  const narrow = matchMedia("(max-width: 900px)");

  /** Places on the screen now, whose messages count as read. */
  const seen = () =>
    columns
      .filter(([name]) => !document.hidden && (!narrow.matches || view.column === name))
      .map(([, column]) => column.where())
      .filter(Boolean);
  world.isSeen = (chatId, thread, message) =>
    message.service !== null ||
    seen().some((where) => placeKey(where.chatId, where.thread) === placeKey(chatId, thread)) ||
    columns.some(([, column]) => column.where()?.viewer === message.sender.id);

  function render() {
    for (const where of seen()) world.markRead(where.chatId, where.thread);
    for (const part of [owners, staff, office, top, guide, activity]) part.render();
  }

  world.listen((event) => {
    if (event.kind === "reset") activity.clear();
    guide.heard(event);
    draw();
  });
  narrow.addEventListener("change", draw);
  document.addEventListener("visibilitychange", draw);
  await connect(world);
  byId("loading").remove();
  draw();
}

/** Begin as soon as the look-alike answers. */
async function connect(world) {
  for (;;) {
    try {
      await world.start();
      return;
    } catch (error) {
      toast(t("page.refused", { reason: error.message }), true);
      await new Promise((done) => setTimeout(done, 1500));
    }
  }
}

start();
