/** Starts the page: loads who is here, draws, and draws again at every change. */

import { HOME, readAddress, writeAddress } from "./address.ts";
import { background } from "./background.ts";
import { conversation } from "./conversation.ts";
import { byId, h } from "./dom.ts";
import { follow } from "./live.ts";
import { forgetNotices, setNotice } from "./notices.ts";
import { simulatePanel } from "./panels/simulate.ts";
import { tourPanel } from "./panels/tour.ts";
import { peopleList } from "./people.ts";
import { type Cast, loadCast } from "./places.ts";
import { narrow, reading, screen, showTools, toolsHead, toTools } from "./screens.ts";
import { look, openOne } from "./session.ts";
import { viewWindow } from "./slack/view-window.ts";
import { type Stage, stageFor } from "./stage.ts";
import { post } from "./talk.ts";
import { dialogWindow } from "./teams/dialog-window.ts";
import { counter } from "./unread.ts";

const LOST = "The sandbox cannot be reached. Check that it is still running: this page catches up by itself.";

async function start(): Promise<void> {
  const cast = await loadCast();
  if (!cast) {
    lost(true);
    setTimeout(() => background(start()), 2_000);
    return;
  }
  lost(false);
  run(cast);
}

function run(cast: Cast): void {
  const slack = viewWindow();
  const teams = dialogWindow();
  const middle = conversation({
    back: () => screen("people", () => list.focus()),
    leave: () => list.focus(),
    tools: showTools,
    open: (persona, id) => writeAddress(persona.key, id),
  });
  const list = peopleList(cast, {
    chosen: (persona) => open(persona.key),
    openRegister: (persona) => open(persona.key, "/contact-register"),
  });
  const simulate = simulatePanel(cast.councils);
  let stage: Stage | undefined;
  let afterDrawing: (() => void) | undefined;
  let turn = 0;

  const open = (key: string, words = "") => {
    writeAddress(key);
    screen("chat");
    afterDrawing = () => (words === "" && narrow() ? byId("conversation").focus() : middle.write(words));
    background(show());
  };
  const show = async () => {
    const address = readAddress();
    const persona = cast.personas.find(({ key }) => key === address.persona);
    list.choose(persona?.key);
    if (!persona) return;
    if (stage?.persona !== persona) {
      forgetNotices();
      stage = stageFor(persona, { notice: setNotice, refresh: show });
      if (persona.council) simulate.choose(persona.council.slug);
    }
    turn += 1;
    const mine = turn;
    const seen = await look(persona, address.conversation);
    // Somebody else was chosen meanwhile, or a later look is under way.
    if (mine !== turn || !stage) return;
    lost(seen === undefined);
    if (!seen) return;
    if (!middle.element.isConnected) byId("conversation").replaceChildren(middle.element);
    middle.draw(stage, seen, address.conversation);
    slack.show(stage, seen.views);
    teams.show(stage, seen.dialog);
    const current = address.conversation === HOME ? undefined : openOne(seen.conversations, address.conversation);
    if (current && current.unread > 0 && reading()) {
      await post(`${persona.path}/conversations/${encodeURIComponent(current.id)}/read`, {});
    }
    afterDrawing?.();
    afterDrawing = undefined;
  };

  byId("people").replaceChildren(toTools(), list.element);
  byId("conversation").replaceChildren(
    h("div", { class: "empty welcome" }, h("h2", {}, "Choose a person"), h("p", {}, WELCOME)),
  );
  byId("tools").replaceChildren(toolsHead(), simulate.element, tourPanel());
  const counts = counter(cast, list, () => stage?.persona);
  for (const { mount } of cast.mounts) {
    follow({
      mount,
      changed: (changed) => {
        if (stage?.persona.mount === changed) background(show());
        background(counts(changed));
      },
    });
  }
  addEventListener("hashchange", () => {
    if (readAddress().conversation === HOME) background(openHome());
    background(show());
  });
  document.addEventListener("visibilitychange", () => background(show()));
  const openHome = async () => {
    const persona = cast.personas.find(({ key }) => key === readAddress().persona);
    if (persona?.chat === "slack") await post(`${persona.path}/home`, {});
    await show();
  };
  if (readAddress().persona) screen("chat");
  if (readAddress().conversation === HOME) background(openHome());
  background(show());
}

const WELCOME =
  "You play everybody here. Choose somebody in the list to see their chat, then follow the tour: report a contact, decide on it, and watch the alert arrive.";

function lost(away: boolean): void {
  const place = byId("lost");
  place.hidden = !away;
  const words = away ? LOST : "";
  if (place.textContent !== words) place.textContent = words;
}

background(start());
