import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VERDICTS } from "../../../src/policy/screening/rule.ts";
import { CHANNELS, DIRECTIONS, RESTRICTION_KINDS } from "../../../src/policy/vocabulary.ts";
import { aContact, aMatch, aRestriction, screened } from "../../support/screening-builders.ts";

const PARAMETERS: Partial<Record<(typeof RESTRICTION_KINDS)[number], object>> = {
  named_officer: { officer: "ben@northmoor.example" },
  call_times: { days: ["tuesday"], windows: [{ from: "09:00", to: "12:00" }], maxMinutes: 10 },
  topic_closed: { keywords: ["bin"], reader: "ann@northmoor.example" },
  social_media: { platforms: ["x"], mode: "denied" },
  home_visits: { mode: "pairs" },
  no_contact_with_officers: { officers: ["eve@northmoor.example"] },
  channels_only: { channels: ["letter", "email"] },
};

const scope = fc.constantFrom("organisation" as const, ["Housing"], ["Planning", "Parking"]);
const restrictions = fc
  .array(fc.record({ kind: fc.constantFrom(...RESTRICTION_KINDS), scope }), { maxLength: 6 })
  .map((written) =>
    written.map(({ kind, scope: where }, place) =>
      aRestriction({ kind, scope: where, parameters: PARAMETERS[kind] ?? {} }, `r-${place}`),
    ),
  );

const maybe = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const written = fc.record({
  channel: fc.constantFrom(...CHANNELS),
  direction: fc.constantFrom(...DIRECTIONS),
  occurredAt: fc.constantFrom("2026-09-15T11:00:00+01:00", "2026-09-16T23:00:00Z"),
  officer: maybe({ extension: "2001" }, { extension: "2004" }, { email: "eve@northmoor.example" }),
  service: maybe("Housing", "Planning", "Moon"),
  subject: maybe("The bin", "A gas leak", "Hello"),
  excerpt: maybe("It is the bin again.", "I smell a gas leak."),
  onBehalf: maybe({ name: "Imogen Farrow", relationship: "friend" }),
  protectedReason: maybe("appeal"),
  durationMinutes: maybe(5, 50),
  attendingStaff: maybe(1, 2),
  witness: maybe("eve@northmoor.example"),
});
const contacts = written.map((contact) => aContact(contact));

const strength = (outcome: string) => (VERDICTS as readonly string[]).indexOf(outcome);

describe("laws of screening", () => {
  it("adding a restriction never makes the outcome weaker", () => {
    fc.assert(
      fc.property(contacts, restrictions, restrictions, (contact, some, more) => {
        fc.pre(some.length > 0);
        const before = screened(contact, { customer: [aMatch(some)] }).answer;
        const after = screened(contact, { customer: [aMatch([...some, ...more])] }).answer;
        expect(strength(after.outcome)).toBeLessThanOrEqual(strength(before.outcome));
      }),
    );
  });

  it("the order of restrictions and of customers does not matter", () => {
    fc.assert(
      fc.property(contacts, restrictions, restrictions, (contact, some, more) => {
        const forwards = [aMatch(some, "C-1"), aMatch(more, "C-2")];
        const backwards = [aMatch(more.toReversed(), "C-2"), aMatch(some.toReversed(), "C-1")];
        const one = screened(contact, { customer: forwards }).answer;
        expect(screened(contact, { customer: backwards }).answer).toEqual(one);
      }),
    );
  });

  it("a contact with a service outside every scope is never a breach", () => {
    fc.assert(
      fc.property(contacts, restrictions, (contact, all) => {
        const scoped = all.filter(({ services }) => services !== undefined && !services.has("benefits"));
        const elsewhere = { ...contact, service: "benefits" };
        const { answer } = screened(elsewhere, { customer: [aMatch(scoped)] });
        expect(answer.restrictions).toEqual([]);
        expect(["permitted", "clear"]).toContain(answer.outcome);
      }),
    );
  });

  it("the subject decided when the outcome without it would be another, and only then", () => {
    fc.assert(
      fc.property(written, restrictions, restrictions, (contact, theirs, representatives) => {
        const found = {
          customer: [aMatch(theirs)],
          representative: contact.onBehalf === undefined ? [] : [aMatch(representatives, "C-2")],
        };
        const { answer, alert, subjectDecided } = screened(aContact(contact), found);
        const without = screened(aContact({ ...contact, subject: undefined }), found).answer;
        expect(subjectDecided).toBe(alert !== undefined && without.outcome !== answer.outcome);
      }),
      { numRuns: 1_000 },
    );
  });

  it("protected contact is never a breach, and the same contact twice has the same answer", () => {
    fc.assert(
      fc.property(contacts, restrictions, (contact, all) => {
        const found = { customer: [aMatch(all)] };
        const first = screened(contact, found);
        expect(screened(contact, found)).toEqual(first);
        expect(contact.protectedReason !== undefined && first.alert !== undefined).toBe(false);
      }),
    );
  });
});
