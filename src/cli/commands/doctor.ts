import { connectAsOwner } from "../../../db/connect.ts";
import type { Command } from "../command.ts";
import { examine } from "../doctor/examine.ts";

/** `register doctor`: looks at everything the product stands on and changes nothing. Each fault says what to do. */
export const doctor: Command = {
  name: "doctor",
  usage: "",
  about: "Looks at database, roles, chats, channel, accounts, sources and deliveries, and says what to do.",
  options: {},
  words: 0,
  run: async ({ openDatabase, now, probe, say, complain }) => {
    const { app, ownerUrl, folder, close } = await openDatabase();
    const owner = connectAsOwner(ownerUrl, { max: 1 });
    try {
      const findings = await examine({ app, owner, folder, now, probe });
      for (const { ok, check, line } of findings) (ok ? say : complain)(`${ok ? "ok   " : "FAULT"}  ${check}: ${line}`);
      return findings.every(({ ok }) => ok) ? 0 : 1;
    } finally {
      await owner.close();
      await close();
    }
  },
};
