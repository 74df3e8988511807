/** What a decision letter is written from: the record of the decision, and nothing else. Dates are ISO dates. */

import type { Provision } from "../policy/needs/offer.ts";
import type { Pack } from "../policy/packs/pack.ts";
import type { Restriction } from "../policy/restrictions/restriction.ts";
import type { DecidingRole, Judgement, Step } from "../policy/vocabulary.ts";

export type DecisionRecord = {
  readonly reference: string;
  readonly pack: Pack;
  readonly organisation: { readonly name: string; readonly address: readonly string[] };
  readonly customer: { readonly name: string; readonly address: readonly string[] };
  readonly letterDate: string;
  readonly decidedOn: string;
  readonly decidedBy: { readonly role: DecidingRole; readonly count: number };
  /** May be empty when the decision did not say. */
  readonly judged: readonly Judgement[];
  readonly reasons: string;
  /** What was fitted to this customer, as it was approved; null when the policy does not ask it. */
  readonly tailored: string | null;
  readonly stepsTaken: readonly { readonly step: Step; readonly on: string }[];
  /** The pack's reason for leaving out the warning, or another one; null when none was needed. */
  readonly bypass: string | null;
  readonly restrictions: readonly Restriction[];
  /** With who reads what comes by it. */
  readonly openWay: string | null;
  readonly provisions: readonly Provision[];
  readonly startsOn: string;
  /** The arrangement no longer applies from the start of this day. */
  readonly endsOn: string;
  readonly reviewOn: string;
  /** As `appealBy` computes it from the letter's date. */
  readonly appealBy: string;
  readonly nameOf: (id: string) => string;
  /** The same, and for somebody outside the staff how to reach them. */
  readonly reachOf: (id: string) => string;
};
