/** Who has a conversation that reached the named officer. */
import type { AlertParts, AlertRow } from "../../../db/queries/alerts.ts";
import { personKey } from "../../policy/screening/staff.ts";
import { whoAnswersNow } from "../who-answers-now.ts";
import type { Around } from "./alert-handling.ts";

/** `by`: an e-mail, or somebody outside the staff as named; undefined where what decided names nobody. */
export type InHand = { readonly by: string | undefined };

/**
 * Who has it at this moment (SCREENING section 6); nothing when nobody has. Somebody may have gone away since it reached
 * them: whoever answers now has it only when they were reached or told too. A named officer outside the staff is always
 * there.
 */
export function inHandNow(
  { handled }: Pick<AlertRow, "handled">,
  { decided, recipients, reached, having }: AlertParts,
  { staff }: Pick<Around, "staff">,
): InHand | undefined {
  if (!handled) return undefined;
  const named = decided.flatMap(({ restriction }) =>
    restriction.kind === "named_officer" ? [restriction.parameters] : [],
  );
  if (named.length === 0) return { by: undefined };
  const knowing = new Set([...having, ...reached, ...recipients.map(({ officerId }) => officerId)]);
  const by = named.flatMap((one) => {
    const person = whoAnswersNow(staff, one);
    const member = staff.find(({ email }) => person !== undefined && personKey(email) === personKey(person));
    const knows = member ? knowing.has(member.id) : person === one.officer || having.includes(null);
    return person !== undefined && knows ? [person] : [];
  });
  return by.length === 0 ? undefined : { by: by[0] };
}
