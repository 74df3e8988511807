/** What arrangements say about customers, officers and time. */

import { referenceKey } from "../../policy/reference-key.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { referenceOf } from "./arrangement-reference.ts";
import { knownEmails } from "./check-staff.ts";
import { entriesOf, type WorldDraft } from "./draft.ts";
import { fault, type WorldFault } from "./fault.ts";
import { emailKey, type Known } from "./known.ts";
import { repeats } from "./repeats.ts";

export type ArrangementDraft = NonNullable<NonNullable<WorldDraft["arrangements"]>[number]>;

/** References that proposals are given here, and the arrangements that come of them: one of a file would stand in their way. */
const OURS = /^P-\d{4,}$/i;

/** References of our own, unknown customers and officers, impossible dates, references named twice. */
export function arrangementFaults(draft: WorldDraft, known: Known): readonly WorldFault[] {
  const entries = entriesOf(draft.arrangements);
  const emails = knownEmails(draft, known);
  const refs = new Set([
    ...known.customers.keys(),
    ...entriesOf(draft.customers).flatMap(([, { ref }]) => (ref ? [referenceKey(ref)] : [])),
  ]);
  return entries
    .flatMap(([i, { customer, decidedBy, ref, ...dates }]) => [
      ...(ref && OURS.test(ref.trim())
        ? [fault(["arrangements", i, "ref"], "looks like the reference of a proposal made here. Give it another")]
        : []),
      ...(customer !== undefined && !refs.has(referenceKey(customer))
        ? [fault(["arrangements", i, "customer"], "is not the reference of any customer")]
        : []),
      ...(decidedBy !== undefined && !emails.has(emailKey(decidedBy))
        ? [fault(["arrangements", i, "decidedBy"], "is not the e-mail of anybody on the staff list")]
        : []),
      ...dateFaults(i, dates, draft.organisation?.timeZone),
    ])
    .concat(repeated(entries));
}

/** Every arrangement ends, after it starts, and is reviewed before that (DESIGN section 7). */
function dateFaults(
  index: number,
  { startsAt, endsAt, reviewOn }: ArrangementDraft,
  timeZone: string | undefined,
): readonly WorldFault[] {
  if (endsAt === undefined) return [];
  const faults: WorldFault[] = [];
  if (startsAt !== undefined && Date.parse(endsAt) <= Date.parse(startsAt))
    faults.push(fault(["arrangements", index, "endsAt"], "is not after startsAt"));
  if (reviewOn !== undefined && timeZone !== undefined && reviewOn > localDate(new Date(endsAt), timeZone))
    faults.push(fault(["arrangements", index, "reviewOn"], "is after the end. A review comes before it"));
  return faults;
}

function repeated(entries: readonly (readonly [number, ArrangementDraft])[]): readonly WorldFault[] {
  return repeats(entries.map(([i, entry]) => [i, referenceOf(entry)])).map(({ index, first }) => {
    const given = entries.find(([i]) => i === index)?.[1].ref;
    return given
      ? fault(["arrangements", index, "ref"], `is also the reference of arrangements[${first}]`)
      : fault(
          ["arrangements", index],
          `has the customer, decidedAt and startsAt of arrangements[${first}]. Give each a ref, or remove one`,
        );
  });
}
