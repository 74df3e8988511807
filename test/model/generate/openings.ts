/** Every opening; the first leads nowhere, so that random presses begin with an empty register too. */
import fc from "fast-check";
import type { Opening } from "./opening.ts";
import { WHAT_GOES_ON } from "./what-goes-on.ts";
import { WHAT_RUNS_OUT } from "./what-runs-out.ts";
import { WHAT_WAITS } from "./what-waits.ts";
import { WHO_DECIDES } from "./who-decides.ts";

export const OPENINGS: readonly Opening[] = [
  { name: "from nothing", reaches: [], commands: fc.constant([]) },
  ...WHO_DECIDES,
  ...WHAT_RUNS_OUT,
  ...WHAT_GOES_ON,
  ...WHAT_WAITS,
];
