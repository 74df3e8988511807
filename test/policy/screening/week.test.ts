import { expect, it } from "vitest";
import { aContact, aMatch, aRestriction, screened } from "../../support/screening-builders.ts";

const twice = aRestriction({ kind: "call_times", parameters: { maxPerWeek: 2 } });
const call = (occurredAt: string, conversation = occurredAt) => ({ at: Date.parse(occurredAt), conversation });
const aCall = (more: object = {}) => aContact({ channel: "phone", occurredAt: "2026-09-16T12:00:00+01:00", ...more });
const monday = call("2026-09-14T00:00:00+01:00");
const tuesday = call("2026-09-15T09:00:00+01:00");

it.each([
  ["none before", [], "permitted"],
  ["one before", [monday], "permitted"],
  ["two before", [tuesday, monday], "breach"],
  ["one of them in the week before", [call("2026-09-13T23:59:59+01:00"), tuesday], "permitted"],
  ["one of them later", [monday, call("2026-09-16T12:00:01+01:00")], "permitted"],
  ["one of them at the same instant", [monday, call("2026-09-16T12:00:00+01:00")], "permitted"],
  ["two legs of one conversation", [call("2026-09-14T09:00:00Z", "a"), call("2026-09-14T09:05:00Z", "a")], "permitted"],
] as const)("two calls a week: %s", (_, calls, outcome) => {
  expect(screened(aCall(), { customer: [aMatch([twice])] }, calls).answer.outcome).toBe(outcome);
});

it("does not count a call against a later leg of itself", () => {
  const leg = aCall({ conversation: "k" });
  const calls = [monday, call("2026-09-16T11:58:00+01:00", leg.conversation)];
  expect(screened(leg, { customer: [aMatch([twice])] }, calls).answer.outcome).toBe("permitted");
});

const customer = [aMatch([twice])];
const onBehalf = { name: "Imogen Farrow", relationship: "friend" };
it.each([
  ["an inbound call", aCall(), { customer }, ["call_times"]],
  ["a breach", aCall({ occurredAt: "2026-09-20T12:00:00Z" }), { customer }, ["call_times"]],
  ["only probably theirs", aCall(), { customer: [aMatch([twice], "C-1", "probable")] }, ["call_times"]],
  ["only possibly theirs", aCall(), { customer: [aMatch([twice], "C-1", "possible")] }, []],
  ["an officer's call", aCall({ direction: "outbound" }), { customer }, []],
  ["a letter", aContact(), { customer }, []],
  ["protected by reason", aCall({ protectedReason: "emergency" }), { customer }, []],
  ["made for the customer", aCall({ onBehalf }), { customer }, []],
  ["made by a restricted representative", aCall({ onBehalf }), { representative: customer }, ["call_times"]],
  ["without a weekly limit", aCall(), { customer: [aMatch([aRestriction({ kind: "no_email" })])] }, []],
] as const)("counts in the week: %s", (_, contact, found, counted) => {
  expect(screened(contact, found).countsFor).toEqual(counted);
});
