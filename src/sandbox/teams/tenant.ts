/** A local Teams tenant: the Bot Connector for the bot, and the people's side for the page and the tests. */
import type { Router } from "express";
import { createChanges } from "../changes.ts";
import { type Door, forPerson, openDoors, sharedDoors, withBody } from "../doors.ts";
import { createFaults, type Faults } from "../faults.ts";
import { createKeeper, loadKept } from "../keep.ts";
import { createRooms, type Room } from "../rooms.ts";
import * as wire from "../wire.ts";
import { resume } from "./acts/say.ts";
import { openConnector } from "./connector.ts";
import { createDialogs } from "./dialogs.ts";
import { createTeamsDriver, type TeamsDriver } from "./driver.ts";
import { TeamsSnapshot } from "./snapshot.ts";
import { activityIdAfter, bot, directId, type TeamsBody, type TeamsOptions, type Tenant } from "./state.ts";

export type TeamsTenant = {
  /** Mount it where `options.address()` says; the connector is at `<address>/v3/`. */
  readonly router: Router;
  readonly driver: TeamsDriver;
  readonly faults: Faults;
  /** The bot hears of all who have it: as an installation, or quietly from those who had it before a restart. */
  readonly begin: () => Promise<void>;
  /** Ends the pages' event streams and saves what is kept. */
  readonly stop: () => void;
};

export function createTeamsTenant(options: TeamsOptions): TeamsTenant {
  const pages = createChanges();
  const kept = loadKept(options.keep, TeamsSnapshot);
  const keeper = createKeeper(options.keep, () => ({
    version: 1,
    ...rooms.snapshot(),
    hasBot: Object.fromEntries(options.people.map(({ userId }) => [userId, installed.has(userId)])),
  }));
  const changed = () => {
    pages.bump();
    keeper.changed();
  };
  const changes = { ...pages, bump: changed };
  const rooms = createRooms<TeamsBody>(roomsOf(options), { nextId: activityIdAfter, changed, kept });
  const faults = createFaults((conversation, present) => {
    const room = rooms.room(conversation);
    if (room !== undefined) room.botIn = present;
  });
  const withBot = options.people.filter((one) => kept?.hasBot[one.userId] ?? one.installed ?? true);
  const installed = new Set(withBot.map((one) => one.userId));
  const tenant: Tenant = { options, rooms, dialogs: createDialogs(pages.bump), installed, faults, changes, sent: [] };
  const driver = createTeamsDriver(tenant);
  const router = openDoors({
    knows: (id) => options.people.some((one) => one.userId === id),
    changes,
    doors: doorsOf(tenant, driver),
  });
  openConnector(router, tenant);
  const begin = async () => {
    for (const userId of installed) {
      if (kept?.hasBot[userId] === true) await resume(tenant, userId);
      else await driver.install(userId);
    }
  };
  const stop = () => {
    pages.stop();
    keeper.stop();
  };
  return { router, driver, faults, begin, stop };
}

function roomsOf({ channels, people, botName }: TeamsOptions): Room[] {
  return [
    ...channels.map(({ id, name, teamName, private: hidden, members, botIn = true }) => ({
      id,
      kind: "channel" as const,
      name: `${teamName} › ${name}`,
      private: hidden,
      members,
      botIn,
    })),
    ...people.map((one) => ({
      id: directId(one),
      kind: "direct" as const,
      name: botName ?? "Restricted contact",
      private: true,
      members: [one.userId],
      botIn: true,
    })),
  ];
}

/** The people's routes. A table. */
function doorsOf(tenant: Tenant, driver: TeamsDriver): Record<string, Door> {
  const { rooms, faults, changes, options } = tenant;
  const routes = wire.TEAMS_ROUTES;
  return {
    ...sharedDoors({ place: () => placeOf(options), rooms, faults, changes, messages: driver.seen }),
    [routes.say]: withBody(wire.Say, driver.say),
    [routes.execute]: withBody(wire.TeamsExecute, driver.execute),
    [routes.submit]: withBody(wire.TeamsSubmit, driver.submit),
    [routes.extension]: withBody(wire.TeamsExtension, driver.extension),
    [routes.dialog]: forPerson(driver.dialog),
    [routes.submitDialog]: withBody(wire.TeamsSubmitDialog, driver.submitDialog),
    [routes.closeDialog]: forPerson(driver.closeDialog),
    [routes.search]: withBody(wire.TeamsSearch, driver.search),
    [routes.install]: forPerson(driver.install),
    [routes.uninstall]: forPerson(driver.uninstall),
  };
}

function placeOf(options: TeamsOptions): wire.Place {
  const { id, name } = bot(options);
  return {
    chat: "teams",
    id: options.tenantId,
    bot: { id, name },
    people: options.people.map(({ userId, name: called, title }) => ({
      id: userId,
      name: called,
      ...(title !== undefined && { title }),
    })),
    channels: options.channels.map((channel) => ({
      id: channel.id,
      name: channel.name,
      teamName: channel.teamName,
      private: channel.private,
      external: channel.shared ?? false,
      members: channel.members,
    })),
  };
}
