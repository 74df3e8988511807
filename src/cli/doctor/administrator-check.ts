/** Is somebody here who can change the staff list in the chat? */
import { loadStaff } from "../../../db/queries/staff.ts";
import { background } from "../../../db/transaction.ts";
import { administrators } from "../../policy/staff/administrators.ts";
import { CHATS } from "../../policy/vocabulary.ts";
import { NO_ADMINISTRATOR } from "../commands/policy-words.ts";
import { type Check, fault, well } from "./check.ts";

export const administration: Check = {
  name: "administrators",
  run: async ({ app, organisations }) =>
    Promise.all(
      organisations.map(async ({ id, slug }) => {
        const staff = await background(app, id, (tx) => loadStaff(tx, id, new Set(CHATS)));
        const { length } = administrators(staff);
        if (length === 0) return fault(`${slug}: ${NO_ADMINISTRATOR}`);
        return well(`${slug}: ${length} ${length === 1 ? "is" : "are"} here`);
      }),
    ),
};
