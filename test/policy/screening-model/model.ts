/** The model of a register that screens contacts one after the other, as the contract says. */
import { seenOf } from "./identifiers.ts";
import { localTime } from "./instants.ts";
import type { Case, Judged } from "./judge.ts";
import { wordsOf } from "./names.ts";
import { type Side, side, strength } from "./rank.ts";
import type { Answer, ContactFile, Person, WorldFile } from "./shapes.ts";

type Call = {
  readonly restriction: string;
  readonly instant: number;
  readonly week: string;
  readonly conversation: string;
};

/** A register with nothing screened yet. */
export function aModel(world: WorldFile) {
  const { country, timeZone } = world.organisation;
  const calls: Call[] = [];
  const notTheSame = new Set<string>();

  const screen = (written: ContactFile): Answer => {
    const contact = withoutBlanks(written);
    const local = localTime(contact.occurredAt, timeZone);
    const conversation = contact.conversation ?? `only ${contact.id}`;
    const callsBefore = (restriction: string) =>
      new Set(
        calls
          .filter(
            (call) => call.restriction === restriction && call.week === local.week && call.instant < local.instant,
          )
          .map((call) => call.conversation)
          .filter((other) => other !== conversation),
      ).size;
    const sideFor = (person: Person, asCustomer: boolean): Side => {
      const asked: Case = { contact, world, local, asCustomer, callsBefore };
      return side(person, asked, (ref) => notTheSame.has(pairOf(person, ref, country)));
    };

    const own = sideFor(contact.customer, contact.onBehalf === undefined);
    const others = contact.onBehalf === undefined ? undefined : sideFor(contact.onBehalf, true);
    const counting = others ?? own;
    if (isCountedCall(contact)) {
      for (const { id } of counting.restrictions) {
        calls.push({ restriction: id, instant: local.instant, week: local.week, conversation });
      }
    }
    if (!isUsable(contact.customer, country) && !isUsable(contact.onBehalf ?? {}, country)) return NOT_CHECKED;
    return answer(contact, own, others);
  };

  /** The register team says that somebody seen like this is not the customer. */
  const judgeNotTheSame = (person: Person, ref: string): void => {
    notTheSame.add(pairOf(person, ref, country));
  };
  return { screen, judgeNotTheSame };
}

const NOT_CHECKED: Answer = { outcome: "not_checked", match: null, restrictions: [], handling: [], alert: false };

/** A text field that was left blank says nothing; the contract is silent about it. */
function withoutBlanks(contact: ContactFile): ContactFile {
  const isBlank = (value: unknown) => typeof value === "string" && value.trim() === "";
  return Object.fromEntries(Object.entries(contact).filter(([, value]) => !isBlank(value))) as ContactFile;
}

/** The stronger of the two sides, the customer's on a tie, with the restrictions of both. */
function answer({ protectedReason }: ContactFile, own: Side, others: Side | undefined): Answer {
  const decided = others !== undefined && strength(others.outcome) < strength(own.outcome) ? others : own;
  const { outcome, tier, ref = "" } = decided;
  const judged = onBothSides(own.restrictions, others?.restrictions ?? []);
  const handling = judged.filter((one) => one.outcome === outcome).flatMap((one) => one.handling);
  const match = tier === undefined ? null : tier === "possible" ? { tier } : { tier, customerRef: ref };
  return {
    outcome,
    match,
    restrictions: judged.map(({ id, kind, clause, outcome: its }) => ({ id, kind, clause, outcome: its })),
    handling:
      outcome === "permitted" && protectedReason !== undefined
        ? ["protected_contact"]
        : [...new Set(handling)].toSorted(),
    alert: ["breach", "conditional", "possible_match"].includes(outcome),
  };
}

/** A customer who stands on both sides has each restriction once, as the stronger of the two says. */
function onBothSides(one: readonly Judged[], other: readonly Judged[]): readonly Judged[] {
  const strongest = [...one, ...other].toSorted((a, b) => strength(a.outcome) - strength(b.outcome));
  return strongest.filter(({ id }, place) => strongest.findIndex((judged) => judged.id === id) === place);
}

function isCountedCall({ direction, channel, protectedReason }: ContactFile): boolean {
  return direction === "inbound" && channel === "phone" && protectedReason === undefined;
}

/** Whether anything said of a person can be looked up. */
function isUsable(person: Person, country: string): boolean {
  const reference = person.ref?.trim() ?? "";
  return reference !== "" || wordsOf(person.name ?? "").length > 0 || seenOf(person, country).length > 0;
}

function pairOf(person: Person, ref: string, country: string): string {
  const seen = seenOf(person, country).map(({ kind, key }) => `${kind} ${key}`);
  const name = [...new Set(wordsOf(person.name ?? ""))].toSorted();
  return JSON.stringify([ref, person.ref?.trim() ?? "", seen.toSorted(), name]);
}
