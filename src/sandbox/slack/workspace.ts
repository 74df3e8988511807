/** A local Slack workspace: the Web API for the bot, and the people's side for the page and the tests. */
import express, { type Router } from "express";
import { answer } from "../answer.ts";
import { createChanges } from "../changes.ts";
import { type Door, forPerson, openDoors, sharedDoors, withBody } from "../doors.ts";
import { createFaults, type Faults } from "../faults.ts";
import { createKeeper, loadKept } from "../keep.ts";
import { createRooms, type Room } from "../rooms.ts";
import * as wire from "../wire.ts";
import { createSlackDriver, type SlackDriver } from "./driver.ts";
import { createOpenViews } from "./open-views.ts";
import { createResponseUrls, respond } from "./response-urls.ts";
import { SlackSnapshot } from "./snapshot.ts";
import { bot, directId, person, type SlackBody, type SlackOptions, timestampAfter, type Workspace } from "./state.ts";
import { createTriggers } from "./triggers.ts";
import { faultWords, webApi } from "./web-api.ts";

export type SlackWorkspace = {
  /** Mount it where `options.address()` says; the Web API is at `<address>/api/`. */
  readonly router: Router;
  readonly driver: SlackDriver;
  readonly faults: Faults;
  /** Ends the pages' event streams and saves what is kept. */
  readonly stop: () => void;
};

export function createSlackWorkspace(options: SlackOptions): SlackWorkspace {
  const changes = createChanges();
  const kept = loadKept(options.keep, SlackSnapshot);
  const keeper = createKeeper(options.keep, () => ({ version: 1, ...rooms.snapshot() }));
  const changed = () => {
    changes.bump();
    keeper.changed();
  };
  const rooms = createRooms<SlackBody>(roomsOf(options), { nextId: timestampAfter, changed, kept });
  const faults = createFaults((conversation, present) => {
    const room = rooms.room(conversation);
    if (room !== undefined) room.botIn = present;
  });
  const workspace: Workspace = {
    options,
    rooms,
    views: createOpenViews(changes.bump),
    triggers: createTriggers(),
    responseUrls: createResponseUrls(options.address),
    faults,
    changes,
    sent: [],
  };
  const driver = createSlackDriver(workspace);
  const stop = () => {
    changes.stop();
    keeper.stop();
  };
  return { router: routerOf(workspace, driver), driver, faults, stop };
}

function roomsOf({ channels, people, botName }: SlackOptions): Room[] {
  return [
    ...channels.map(({ id, name, private: hidden, members, botIn = true }) => ({
      id,
      kind: "channel" as const,
      name,
      private: hidden,
      members,
      botIn,
    })),
    ...people.map(({ userId }) => ({
      id: directId(userId),
      kind: "direct" as const,
      name: botName ?? "Restricted contact",
      private: true,
      members: [userId],
      botIn: true,
    })),
  ];
}

function routerOf(workspace: Workspace, driver: SlackDriver): Router {
  const { options } = workspace;
  const router = openDoors({
    knows: (id) => person(options, id) !== undefined,
    changes: workspace.changes,
    doors: doorsOf(workspace, driver),
  });
  const form = express.urlencoded({ extended: false, limit: "1mb" });
  const api = webApi(workspace);
  router.post("/api/:method", form, express.json({ limit: "1mb" }), api);
  router.get("/api/:method", api);
  router.post("/response/:token", express.json({ limit: "1mb", type: () => true }), (request, response) => {
    const fault = workspace.faults.take({ call: "response_url" });
    return answer(response, faultWords, {
      fault,
      run: () => respond(workspace, request.params["token"], request.body),
    });
  });
  return router;
}

/** The people's routes. A table. */
function doorsOf(workspace: Workspace, driver: SlackDriver): Record<string, Door> {
  const { rooms, faults, changes, options } = workspace;
  const routes = wire.SLACK_ROUTES;
  return {
    ...sharedDoors({ place: () => placeOf(options), rooms, faults, changes, messages: driver.seen }),
    [routes.say]: withBody(wire.Say, driver.say),
    [routes.command]: withBody(wire.SlackCommand, driver.command),
    [routes.press]: withBody(wire.SlackPress, driver.press),
    [routes.options]: withBody(wire.SlackOptions, driver.options),
    [routes.shortcut]: withBody(wire.SlackShortcut, driver.shortcut),
    [routes.views]: forPerson(driver.views),
    [routes.submit]: withBody(wire.SlackSubmit, driver.submit),
    [routes.close]: withBody(wire.SlackClose, driver.close),
    [routes.openHome]: forPerson(driver.openHome),
    [routes.home]: forPerson(driver.home),
  };
}

function placeOf(options: SlackOptions): wire.Place {
  const { id, name } = bot(options);
  return {
    chat: "slack",
    id: options.teamId,
    bot: { id, name },
    people: options.people.map(({ userId, name: called, title }) => ({
      id: userId,
      name: called,
      ...(title !== undefined && { title }),
    })),
    channels: options.channels.map((channel) => ({
      id: channel.id,
      name: channel.name,
      private: channel.private,
      external: channel.external ?? false,
      members: channel.members,
    })),
  };
}
