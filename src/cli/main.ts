/** `npm run register -- …`: composes the command line as main.ts composes the product. */
import { connectSlack } from "../chat/slack/index.ts";
import { connectTeams } from "../chat/teams/index.ts";
import { createClock } from "../clock.ts";
import { processChats, processDatabase } from "../config.ts";
import type { Chat } from "../policy/vocabulary.ts";
import { type ChatProbe, probeOf } from "./doctor/probe.ts";
import { openDatabase } from "./open-database.ts";
import { run } from "./run.ts";

/** The configured chats. Settings that are wrong are named, and the chats are then as if not configured. */
function probes(): Readonly<Record<Chat, ChatProbe | undefined>> {
  const chats = processChats();
  if (!chats.ok) for (const fault of chats.faults) console.error(fault);
  const { slack, teams } = chats.ok ? chats : {};
  return {
    slack: slack && probeOf(connectSlack(slack)),
    teams: teams && probeOf(connectTeams(teams)),
  };
}

/** The settings are read when a command first asks: most never do. */
const known: { probes?: ReturnType<typeof probes> } = {};
function probe(chat: Chat): ChatProbe | undefined {
  known.probes ??= probes();
  return known.probes[chat];
}

process.exitCode = await run(process.argv.slice(2), {
  openDatabase: () => openDatabase(processDatabase()),
  now: createClock().now,
  probe,
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
