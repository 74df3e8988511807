/** The pure decision, how often a second, anew each time: every kind of restriction, every channel, every tier. */
import type { ContactFacts } from "../../../src/policy/screening/facts.ts";
import type { Match } from "../../../src/policy/screening/rank.ts";
import { type Found, screen } from "../../../src/policy/screening/screen.ts";
import { CHANNELS, OUTCOMES, TIERS } from "../../../src/policy/vocabulary.ts";
import { aContact, aMatch, aRestriction } from "../../support/screening-builders.ts";
import { type Line, median, plainLine } from "../figures.ts";
import { everyKind, NO_EMAIL } from "./restrictions.ts";

export type DecisionLength = { readonly rounds: number; readonly decisions: number };
type Case = { readonly contact: ContactFacts; readonly found: Found };

const NOBODY: Found = { customer: [], representative: [], usable: true };

/** As many as a request holds. */
const AT_ONCE = 1_000;

/** One customer in so many of a register has an arrangement; for all others there is next to nothing to decide. */
const RESTRICTED = 20;

/** As it is with contacts from customers of a register, and at its hardest: where everybody is restricted. */
export async function measureDecision({ rounds, decisions }: DecisionLength): Promise<readonly Line[]> {
  const all = whoIsFound();
  const drawn = all.flatMap((found) => [found, ...Array<Found>(RESTRICTED - 1).fill(NOBODY)]);
  const rateOf = (found: readonly Found[]): number => {
    decide(decisions, found);
    return median(Array.from({ length: rounds }, () => decide(decisions, found)));
  };
  const what = "the pure decision on one core, all kinds";
  return [
    plainLine(`${what}, 1 in ${RESTRICTED} contacts from a restricted customer`, {
      unit: "a second",
      ours: rateOf(drawn),
      target: { of: "a second", least: 500_000 },
    }),
    plainLine(`${what}, every contact from a restricted customer`, { unit: "a second", ours: rateOf(all) }),
  ];
}

/** @returns decisions a second of this thread's own time, whoever else uses the machine */
function decide(decisions: number, found: readonly Found[]): number {
  const outcomes = new Set<string>();
  let microseconds = 0;
  for (let first = 0; first < decisions; first += AT_ONCE) {
    const cases = makeCases(first, found);
    const started = process.threadCpuUsage();
    for (const { contact, found: people } of cases) outcomes.add(screen(contact, people, calls).answer.outcome);
    const { user, system } = process.threadCpuUsage(started);
    microseconds += user + system;
  }
  const missing = OUTCOMES.filter((outcome) => MIXED.has(outcome) && !outcomes.has(outcome));
  if (missing.length > 0) throw new Error(`the mixture never comes to ${missing.join(", ")}`);
  return decisions / (microseconds / 1_000_000);
}

const MIXED: ReadonlySet<string> = new Set(["breach", "conditional", "permitted", "possible_match"]);
const TWO_CALLS = ["2026-09-14T09:30:00+01:00", "2026-09-15T10:00:00+01:00"].map((time, n) => ({
  at: Date.parse(time),
  conversation: `earlier-${n}`,
}));
const calls = () => TWO_CALLS;

const PEOPLE = ["ann", "ben", "cat", "dan"].map((name) => `${name}@northmoor.example`);

/** One to three restrictions, one or two customers, one in seven found by the representative. */
function whoIsFound(): readonly Found[] {
  const kinds = [NO_EMAIL, ...everyKind(PEOPLE)].map((one, n) => aRestriction(one, `r-${n}`));
  const matches = Array.from({ length: 420 }, (_, n): Match => {
    const restrictions = Array.from({ length: 1 + (n % 3) }, (__, more) => kinds[(n + more * 7) % kinds.length]);
    const tier = n % 10 < 8 ? TIERS[0] : TIERS[n % 10 === 8 ? 1 : 2];
    return aMatch(
      restrictions.flatMap((one) => one ?? []),
      `C-${n}`,
      tier,
    );
  });
  return matches.map((match, n): Found => {
    const customer = n % 9 === 0 ? [match, ...matches.slice(n - 1, n)] : [match];
    return n % 7 === 0
      ? { customer: [], representative: customer, usable: true }
      : { customer, representative: [], usable: true };
  });
}

/** Facts of their own for each decision: what one of them works out when first asked serves no other. */
function makeCases(first: number, found: readonly Found[]): readonly Case[] {
  const numbers = Array.from({ length: AT_ONCE }, (_, place) => first + place);
  return numbers.map((n) => ({
    contact: aContact({
      ...WRITTEN[n % WRITTEN.length],
      occurredAt: timeOf(n),
      channel: CHANNELS[n % CHANNELS.length],
    }),
    found: found[n % found.length] ?? NOBODY,
  }));
}

/** Every minute of September 2026, in turn. */
const timeOf = (n: number): string => new Date(Date.UTC(2026, 8, 1, 0, (n * 37) % 43_200)).toISOString();

const WRITTEN: readonly object[] = [
  { officer: { email: PEOPLE[0] }, conversation: "v-1" },
  { officer: { extension: "2002" }, durationMinutes: 25 },
  { service: "Planning", subject: "About my council tax again" },
  { officer: { email: PEOPLE[2] }, topicRef: "CT-4471", subject: "Re: your letter" },
  { service: "Housing", premises: "Civic Centre", appointmentRef: "AP-1" },
  { direction: "outbound", officer: { email: PEOPLE[3] }, attendingStaff: 2 },
  { onBehalf: { name: "Rowan Reed", relationship: "advocate" }, officer: { email: PEOPLE[1] } },
  { subject: "Freedom of information request", excerpt: "Please send me what you hold about the fence." },
  { protectedReason: "safeguarding", service: "Housing" },
  { customer: { handle: { platform: "Chirper", name: "@someone" } }, excerpt: "You never answer. The fence is down." },
  { officer: { email: PEOPLE[0] }, witness: PEOPLE[1], premises: "Library" },
];
