import { type Counted, countDecision, type NotCounted, type Press } from "../../policy/approval/count-decision.ts";
import type { Assessed } from "../propose/assess.ts";

/**
 * One press on an approval card, counted or refused. A proposal whose time was over before anybody decided has
 * expired, also in the seconds before the sweep says so: nothing is put into force that has ended already.
 */
export function countPress({ row, record, pack }: Assessed, press: Press): Counted | NotCounted {
  const over = row.state === "submitted" && row.endsAt !== null && row.endsAt <= press.at;
  return over ? { code: "closed", state: "expired", decisions: record.decisions } : countDecision(record, press, pack);
}
