/** The legs of a conversation that came before it was sure whose it was: what is theirs to hear of now (SCREENING section 6). */
import type { AlertNeeded, Screening } from "../../policy/screening/answer.ts";
import type { ContactFacts } from "../../policy/screening/facts.ts";
import { personKey } from "../../policy/screening/staff.ts";
import { foldLabel } from "../../policy/screening/words.ts";
import type { AlertDraft, Reached } from "./alert-draft.ts";
import type { Nearby } from "./near.ts";
import type { Reaching } from "./who-is-told.ts";

/** An earlier leg as it would be decided on now. */
export type EarlierLeg = { readonly to: Reaching; readonly facts: ContactFacts; readonly own: Screening };
type Alerted = EarlierLeg & { readonly own: { readonly alert: AlertNeeded } };

/** The sure leg, and what would be if it had reached somebody else. */
type Sure = {
  readonly contact: { readonly facts: ContactFacts };
  readonly ask: (facts: ContactFacts) => Screening;
};

/** The earlier legs of an alert that reached somebody else than the sure one, each decided on anew. */
export function earlierLegs(
  { reached }: Pick<AlertDraft, "reached">,
  { contact: { facts }, ask }: Sure,
  { officers }: Nearby,
): readonly EarlierLeg[] {
  const others = reached.filter(({ person }) => person === null || person !== facts.reached);
  return others.map(({ person, service }: Reached) => {
    const officer = person === null ? undefined : officers.find(({ email }) => personKey(email) === person);
    const folded = service === null ? undefined : foldLabel(service);
    const then = { ...facts, reached: person ?? undefined, service: folded };
    const own = ask(then);
    return { to: { officer, service, sendTo: own.sendTo }, facts: then, own };
  });
}

/** Those that call for an alert about a customer. */
export function concerning(ref: string, legs: readonly EarlierLeg[]): readonly Alerted[] {
  return legs.filter((leg): leg is Alerted => leg.own.alert?.about.ref === ref);
}
