/** `npm run register -- …`: composes the command line as main.ts composes the product. */
import { createClock } from "../clock.ts";
import { processDatabase } from "../config.ts";
import { openDatabase } from "./open-database.ts";
import { run } from "./run.ts";

process.exitCode = await run(process.argv.slice(2), {
  openDatabase: () => openDatabase(processDatabase()),
  now: createClock().now,
  probe: () => undefined,
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
