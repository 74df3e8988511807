/** Which button of a posted card stands out: what its words ask for, and never more than one. */
import { expect, it } from "vitest";
import { alertDigest } from "../../cards/alert-digest.ts";
import type { Card } from "../../cards/model.ts";
import { proposalOutcome } from "../../cards/proposal-outcome.ts";
import { socialWorkNews } from "../../cards/social-work.ts";
import { someoneElse } from "../../cards/someone-else.ts";
import { triage } from "../../cards/triage.ts";
import { POSTED, when } from "./support/gallery.ts";

const target = { id: "01a202e7-d241-7408-8e0a-f8b677bb20f2", version: 2 };
const standsOut = ({ buttons }: Card) => buttons.flatMap(({ label, style }) => (style === "primary" ? [label] : []));

it("is one at most, on every card", () => {
  expect(POSTED.filter((card) => standsOut(card).length === 1).length).toBeGreaterThan(20);
  expect(POSTED.filter((card) => standsOut(card).length > 1)).toEqual([]);
});

it("is the attempt while Social Work has not answered, and going on once it has or the attempt is recorded", () => {
  const of = { proposal: target, question: target, proposalRef: "P-0311", asked: when, inHand: true, waits: true };
  const untried = { ...of, tried: null };
  const tried = socialWorkNews({ ...of, tried: "2026-03-05", state: { code: "waiting" } });
  expect(standsOut(socialWorkNews({ ...untried, state: { code: "waiting" } }))).toEqual(["Record that I tried again"]);
  expect(standsOut(tried)).toEqual(["Go on with P-0311"]);
  expect(JSON.stringify(tried.body)).toContain("Tried again on 5 March 2026");
  expect(standsOut(socialWorkNews({ ...untried, state: { code: "answered", when } }))).toEqual(["Go on with P-0311"]);
});

it("is to change a proposal that came back", () => {
  for (const outcome of [{ code: "returned", by: "D. Okafor" }, { code: "expired" }] as const) {
    const card = proposalOutcome({ target, ref: "P-0311", when, outcome, owesAdjustments: false });
    expect(standsOut(card)).toEqual(["Change and send again"]);
  }
});

it("is to look before either answer to the question who it was", () => {
  const card = someoneElse({ target, ref: "A-0917", service: "Housing", when, state: { code: "open" } });
  expect(card.buttons.map(({ label }) => label)).toEqual(["Open", "Same person", "Not the same person"]);
  expect(standsOut(card)).toEqual(["Open"]);
});

it("a card of many alerts counts those that are left, and says when there is none", () => {
  const one = { target, service: "Housing", possible: false, beforeVisit: false };
  const card = (open: boolean) =>
    alertDigest({
      since: when,
      alerts: [
        { ...one, ref: "A-0917", open },
        { ...one, ref: "A-0918", open: false },
      ],
    });
  expect(card(true).title).toBe("1 contact to look at");
  expect(card(false).title).toBe("2 contacts, all answered");
  expect([card(false).buttons, JSON.stringify(card(false).body)]).toEqual([[], expect.not.stringContaining("Open")]);
});

it("is nothing for whoever has the card and does not decide: it says who does, and offers no next step", () => {
  const report = { target, ref: "R-2031", reportedBy: "Sam Hale", service: "Housing", sent: when, earlierReports: 0 };
  const card = (open: readonly ["advice"] | null) =>
    triage({
      ...report,
      seriousThreat: false,
      injury: null,
      with: "D. Okafor",
      open,
      toTake: "advice",
      next: ["Advice: open."],
      state: { code: "open" },
    });
  expect(standsOut(card(["advice"]))).toEqual(["Ask to moderate"]);
  expect(standsOut(card(null))).toEqual([]);
  expect(JSON.stringify(card(null).body)).toContain("D. Okafor decides what happens next.");
  expect(JSON.stringify(card(null).body)).not.toContain("Advice: open");
});
