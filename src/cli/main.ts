/** `npm run register -- …`: composes the command line as main.ts composes the product. */
import { createClock } from "../clock.ts";
import { processChats, processDatabase } from "../config.ts";
import type { Chat } from "../policy/vocabulary.ts";
import { type ChatProbe, probeOf } from "./doctor/probe.ts";
import { openDatabase } from "./open-database.ts";
import { run } from "./run.ts";

/** The configured chats. Settings that are wrong are named, and the chats are then as if not configured. */
async function probes(): Promise<Readonly<Record<Chat, ChatProbe | undefined>>> {
  const chats = processChats();
  if (!chats.ok) for (const fault of chats.faults) console.error(fault);
  const { slack, teams } = chats.ok ? chats : {};
  // Loaded only for who asks: the two chats are most of what there is to load.
  return {
    slack: slack && probeOf((await import("../chat/slack/index.ts")).connectSlack(slack)),
    teams: teams && probeOf((await import("../chat/teams/index.ts")).connectTeams(teams)),
  };
}

/** The settings are read when a command first asks: most never do. */
const known: { probes?: ReturnType<typeof probes> } = {};
async function probe(chat: Chat): Promise<ChatProbe | undefined> {
  known.probes ??= probes();
  return (await known.probes)[chat];
}

process.exitCode = await run(process.argv.slice(2), {
  openDatabase: () => openDatabase(processDatabase()),
  now: createClock().now,
  probe,
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
