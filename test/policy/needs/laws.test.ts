/** Laws of the alternatives, with screening as the judge of what is allowed: it knows nothing of needs. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openWays, servicesApart } from "../../../src/policy/arrangement/open-ways.ts";
import { conflicts } from "../../../src/policy/needs/conflicts.ts";
import type { Conflict, NeedFacts } from "../../../src/policy/needs/need-facts.ts";
import { takeOffer } from "../../../src/policy/needs/offer.ts";
import { Restriction } from "../../../src/policy/restrictions/restriction.ts";
import { VERDICTS } from "../../../src/policy/screening/rule.ts";
import { CHANNELS, Need } from "../../../src/policy/vocabulary.ts";
import { aContact, aMatch, aRestriction, screened } from "../../support/screening-builders.ts";
import { PERSISTENT } from "../packs/known-packs.ts";
import { aCustomer } from "./some-needs.ts";

const at = (name: string) => `${name}@northmoor.example`;
const channels = fc.uniqueArray(fc.constantFrom(...CHANNELS), { minLength: 1, maxLength: 4 });
const officers = fc.constantFrom(at("ann"), at("ben"), at("eve"));

const kinds = fc.oneof(
  { weight: 4, arbitrary: channels.map((list) => ({ kind: "channels_only", parameters: { channels: list } })) },
  channels.map((list) => ({ kind: "third_party_only", parameters: { channels: list } })),
  fc
    .record({ officer: officers, channels: fc.option(channels, { nil: undefined }) })
    .map((parameters) => ({ kind: "named_officer", parameters })),
  officers.map((officer) => ({ kind: "no_contact_with_officers", parameters: { officers: [officer] } })),
  fc.constantFrom(
    { kind: "no_email", parameters: {} },
    { kind: "call_times", parameters: { maxPerWeek: 0 } },
    { kind: "call_times", parameters: { maxPerWeek: 0, days: ["tuesday"] } },
    { kind: "call_times", parameters: { days: ["monday"] } },
    { kind: "premises_by_appointment", parameters: {} },
    { kind: "witnessed", parameters: {} },
    { kind: "all_contact", parameters: {} },
  ),
);
const scopes = fc.constantFrom<Restriction["scope"]>("organisation", ["Housing"], ["Planning"], ["Housing", "Parking"]);
const restrictions = fc.array(
  fc
    .record({ written: kinds, scope: scopes })
    .map(({ written, scope }) => Restriction.parse({ ...written, clause: null, scope })),
  { minLength: 1, maxLength: 4 },
);
const needs = fc.uniqueArray(fc.constantFrom(...Need.options), { minLength: 1, maxLength: 3 });
const customers = fc
  .record({ restrictions, needs, knownToSocialWork: fc.boolean() })
  .map((change): NeedFacts => aCustomer(change));

const contacts = fc
  .record({
    channel: fc.constantFrom(...CHANNELS),
    officer: fc.option(fc.constantFrom({ email: at("ann") }, { email: at("eve") }, { extension: "2002" }), {
      nil: undefined,
    }),
    service: fc.option(fc.constantFrom("Housing", "Planning", "Parking"), { nil: undefined }),
  })
  .map((contact) => aContact(contact));

/** The care worker is offered, and may be declined: that may well follow on a named officer. */
const blocking = (found: readonly Conflict[]) => found.filter(({ code }) => code !== "point_of_contact");

const strength = (outcome: string) => (VERDICTS as readonly string[]).indexOf(outcome);

function outcomeOf(list: readonly Restriction[], contact: ReturnType<typeof aContact>) {
  if (list.length === 0) return "permitted";
  return screened(contact, { customer: [aMatch(list.map((one, place) => aRestriction(one, `r-${place}`)))] }).answer
    .outcome;
}

const RUNS = { numRuns: 1500 };

describe("laws of what is offered", () => {
  it("never conflicts with the same need, and brings nothing that blocks", () => {
    let looked = 0;
    fc.assert(
      fc.property(customers, (facts) => {
        for (const { code, needs: against, offers } of conflicts(facts, PERSISTENT))
          for (const offer of offers) {
            looked += 1;
            const after = conflicts({ ...facts, ...takeOffer(facts, offer) }, PERSISTENT);
            expect(
              after.filter((other) => other.code === code && other.needs.some((need) => against.includes(need))),
            ).toEqual([]);
            expect(blocking(after).length).toBeLessThanOrEqual(blocking(conflicts(facts, PERSISTENT)).length);
          }
      }),
      RUNS,
    );
    expect(looked).toBeGreaterThan(100);
  });

  it("never restricts more: what screening allows before, it allows after", () => {
    let looked = 0;
    fc.assert(
      fc.property(customers, contacts, (facts, contact) => {
        for (const { code, offers } of conflicts(facts, PERSISTENT))
          for (const offer of offers) {
            // The care worker takes somebody's place: that is another person, and the next law's.
            if (code === "point_of_contact") continue;
            looked += 1;
            const before = outcomeOf(facts.restrictions, contact);
            expect(strength(outcomeOf(takeOffer(facts, offer).restrictions, contact))).toBeGreaterThanOrEqual(
              strength(before),
            );
          }
      }),
      RUNS,
    );
    expect(looked).toBeGreaterThan(100);
  });

  it("shuts no way that is open", () => {
    fc.assert(
      fc.property(customers, (facts) => {
        for (const { offers } of conflicts(facts, PERSISTENT))
          for (const offer of offers) {
            const { restrictions: after } = takeOffer(facts, offer);
            for (const service of [...servicesApart(facts.restrictions), "Elsewhere"])
              expect(openWays(after, service, [])).toEqual(
                expect.arrayContaining(openWays(facts.restrictions, service, [])),
              );
          }
      }),
      RUNS,
    );
  });

  it("leaves one restriction of a kind where there was one", () => {
    let looked = 0;
    fc.assert(
      fc.property(restrictions, needs, scopes, (list, some, scope) => {
        const oneOfEach = [...new Map(list.map((one) => [one.kind, { ...one, scope }])).values()];
        const facts = aCustomer({ restrictions: oneOfEach, needs: some });
        for (const { offers } of conflicts(facts, PERSISTENT))
          for (const offer of offers) {
            looked += 1;
            const after = takeOffer(facts, offer).restrictions.map(({ kind }) => kind);
            expect(after).toEqual([...new Set(after)]);
          }
      }),
      RUNS,
    );
    expect(looked).toBeGreaterThan(100);
  });

  it("where one scope holds for all, and nobody is named or barred, there is always one", () => {
    fc.assert(
      fc.property(restrictions, needs, scopes, (list, some, scope) => {
        const plain = list
          .filter(({ kind }) => !["named_officer", "no_contact_with_officers", "all_contact"].includes(kind))
          .map((one) => ({ ...one, scope }));
        const found = conflicts(aCustomer({ restrictions: plain, needs: some }), PERSISTENT);
        for (const { offers, opens } of found)
          expect(offers.length > 0 || opens === "Name somebody who acts for the customer.").toBe(true);
      }),
      RUNS,
    );
  });

  it("one need fewer never brings a conflict that blocks", () => {
    fc.assert(
      fc.property(customers, (facts) => {
        const codes = blocking(conflicts(facts, PERSISTENT)).map(({ code }) => code);
        const fewer = blocking(conflicts({ ...facts, needs: facts.needs.slice(1) }, PERSISTENT)).map(
          ({ code }) => code,
        );
        expect(codes).toEqual(expect.arrayContaining(fewer));
      }),
      RUNS,
    );
  });
});
