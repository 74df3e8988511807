/** "careful consideration of the situation": the customer's own side is asked for, or it is said why not. */
import { CHANNEL_WORDS } from "../arrangement/plain-words.ts";
import { ukDate } from "../arrangement/uk-words.ts";
import { isSaid } from "../said.ts";
import type { Gate } from "./gate.ts";

/** Passes with the day and the way in which they were asked, or with a reason why not. */
export const customersAccount: Gate = ({ customersAccount: account }, _pack, today) => {
  const gate = { gate: "customers_account", source: "CASEWORK section 2" } as const;
  const question = "When and how was the customer asked for their side? If they were not, why not?";
  if (account === null) return { code: "ask", ...gate, question };
  switch (account.code) {
    case "asked":
      return account.on > today
        ? { code: "block", ...gate, because: "the day they were asked is in the future", opens: "Enter the day." }
        : { code: "pass", ...gate, words: `their side asked by ${CHANNEL_WORDS[account.how]}, ${ukDate(account.on)}` };
    case "not_asked":
      return isSaid(account.why)
        ? { code: "pass", ...gate, words: "a reason is given why their side was not asked" }
        : { code: "ask", ...gate, question };
  }
};
