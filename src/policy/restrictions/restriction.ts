import { z } from "zod";
import type { RestrictionKind } from "../vocabulary.ts";
import { PARAMETERS, type Parameters } from "./parameters.ts";

/** Where a restriction holds: everywhere, or in the services named. */
export const Scope = z.union([
  z.literal("organisation"),
  z.array(z.string().trim().min(1, "must not be empty")).min(1, "name at least one service"),
]);
export type Scope = z.infer<typeof Scope>;

const ruleOfKind = <K extends RestrictionKind>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), clause: z.string().nullable(), scope: Scope, parameters: PARAMETERS[kind] });

/** One rule of an arrangement: kind, parameters, clause of the policy, scope (SCREENING section 4). */
export const Restriction = z.discriminatedUnion("kind", [
  ruleOfKind("third_party_only"),
  ruleOfKind("no_email"),
  ruleOfKind("premises_by_appointment"),
  ruleOfKind("named_officer"),
  ruleOfKind("call_times"),
  ruleOfKind("witnessed"),
  ruleOfKind("topic_closed"),
  ruleOfKind("social_media"),
  ruleOfKind("home_visits"),
  ruleOfKind("no_contact_with_officers"),
  ruleOfKind("channels_only"),
  ruleOfKind("all_contact"),
]);

type RestrictionsByKind = {
  [K in RestrictionKind]: {
    readonly kind: K;
    readonly clause: string | null;
    readonly scope: Scope;
    readonly parameters: Parameters<K>;
  };
};

/** A restriction of one kind, or of any. */
export type Restriction<K extends RestrictionKind = RestrictionKind> = RestrictionsByKind[K];

/** As the register holds one: no services mean the whole organisation. */
type Registered = {
  readonly kind: string;
  readonly clause: string | null;
  readonly services: readonly string[] | null;
  readonly parameters: unknown;
};

/** A restriction read from the register. @throws when it is none: it was checked before it was written */
export function restrictionOf({ kind, clause, services, parameters }: Registered): Restriction {
  return Restriction.parse({ kind, clause, parameters, scope: services ?? "organisation" });
}
