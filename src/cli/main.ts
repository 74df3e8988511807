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

let known: ReturnType<typeof probes> | undefined;

process.exitCode = await run(process.argv.slice(2), {
  openDatabase: () => openDatabase(processDatabase()),
  now: createClock().now,
  probe: (chat) => (known ??= probes())[chat],
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
