/** Do contacts come in, and do cards go out? */
import { listIntakeTokens } from "../../../db/queries/organisations.ts";
import { listStuckCopies } from "../../../db/queries/stuck-copies.ts";
import { background } from "../../../db/transaction.ts";
import { type Check, fault, well } from "./check.ts";

export const intakeTokens: Check = {
  name: "intake tokens",
  run: ({ app, organisations }) =>
    Promise.all(
      organisations.map(async ({ id, slug }) => {
        const all = await background(app, id, (tx) => listIntakeTokens(tx, id));
        const inUse = all.filter(({ revokedAt }) => revokedAt === null).length;
        return inUse > 0
          ? well(`${slug}: ${inUse} in use`)
          : fault(`${slug}: none, so no contact can come in. Run: npm run register -- intake-token`);
      }),
    ),
};

export const failedCopies: Check = {
  name: "deliveries",
  run: ({ app, organisations }) =>
    Promise.all(
      organisations.map(async ({ id, slug }) => {
        const stuck = await background(app, id, (tx) => listStuckCopies(tx, id));
        const failed = stuck.filter(({ state }) => state === "failed" || state === "blocked").length;
        return failed === 0
          ? well(`${slug}: none failed`)
          : fault(`${slug}: ${failed} failed. Run: npm run register -- deliveries list`);
      }),
    ),
};
