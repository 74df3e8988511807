import { type Counted, countDecision, type NotCounted, type Press } from "../../policy/approval/count-decision.ts";
import { type Held, holdsApproval } from "../../policy/approval/holds-approval.ts";
import type { Assessed } from "../propose/assess.ts";

/**
 * One press on an approval card, counted or refused. A proposal whose time was over before anybody decided has
 * expired, also in the seconds before the sweep says so: nothing is put into force that has ended already. Nor is
 * anything approved that the record no longer carries (decision 10): a report that explained it came to nothing, or a
 * need was recorded.
 */
export function countPress({ row, record, pack, gates }: Assessed, press: Press): Counted | NotCounted | Held {
  const over = row.state === "submitted" && row.endsAt !== null && row.endsAt <= press.at;
  if (over) return { code: "closed", state: "expired", decisions: record.decisions };
  const counted = countDecision(record, press, pack);
  if (counted.code !== "counted" || press.verdict !== "approve") return counted;
  const held = holdsApproval(gates);
  return held.length > 0 ? { code: "held", gates: held } : counted;
}
