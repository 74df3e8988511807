/** 7.3.1 to 7.3.9: each restriction from the proposal to the contact that breaks it, in the same words all the way. */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { RestrictionKind } from "../../../src/policy/vocabulary.ts";
import { aCouncil, aProposal, type Council, DAY } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

type Case = {
  readonly clause: string;
  readonly kind: RestrictionKind;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** A contact with Sam Hale that it forbids. */
  readonly outside: Readonly<Record<string, unknown>>;
};

const OFFICER = "p.shah@northmoor.example";
const CASES: readonly Case[] = [
  { clause: "7.3.1", kind: "third_party_only", parameters: {}, outside: { channel: "phone" } },
  { clause: "7.3.2", kind: "no_email", parameters: {}, outside: { channel: "email" } },
  { clause: "7.3.3", kind: "premises_by_appointment", parameters: {}, outside: { channel: "visit" } },
  { clause: "7.3.4", kind: "named_officer", parameters: { officer: OFFICER }, outside: { channel: "phone" } },
  {
    clause: "7.3.5",
    kind: "call_times",
    parameters: { days: ["monday"], windows: [{ from: "10:00", to: "12:00" }], maxMinutes: 15 },
    outside: { channel: "phone", durationMinutes: 5 },
  },
  {
    clause: "7.3.6",
    kind: "witnessed",
    parameters: {},
    outside: { channel: "meeting", witness: "s.hale@northmoor.example" },
  },
  {
    clause: "7.3.7",
    kind: "topic_closed",
    parameters: { topicRefs: ["CT-77"], keywords: [], reader: OFFICER },
    outside: { channel: "letter", topicRef: "CT-77" },
  },
  {
    clause: "7.3.8",
    kind: "social_media",
    parameters: { platforms: ["x"], mode: "denied" },
    outside: { channel: "social_media", customer: { ref: "C-1042", handle: { platform: "x", name: "@alexm" } } },
  },
  {
    clause: "7.3.9",
    kind: "home_visits",
    parameters: { mode: "pairs" },
    outside: { channel: "home_visit", direction: "outbound", attendingStaff: 1 },
  },
];

it.each(CASES)(
  "$clause: what is approved, written to the customer, kept in the register and screened is one",
  async (one) => {
    await aProposal.approved(council, { kinds: [one.kind] }, { parameters: { [one.kind]: one.parameters } });
    const register = await council.actor("r.byrne");
    const [row] =
      await council.sql`select a.id, l.id as letter from arrangement a join letter l on l.arrangement_id = a.id
    where a.proposal_id is not null`;
    const entry = await council.use.readRegisterEntry({ actor: register, arrangement: String(row?.["id"]) });
    const letter = await council.use.readLetter({ actor: register, letter: String(row?.["letter"]) });
    if (entry.code !== "opened" || letter.code !== "opened") throw new Error(`${entry.code} ${letter.code}`);
    const [sentence = ""] = entry.facts.arrangement;
    expect(sentence).not.toBe("");
    expect(letter.text).toContain(sentence);

    await council.pass(8 * DAY);
    const [screened] = await council.screen({
      organisation: council.organisation,
      source: "switchboard",
      contacts: [
        {
          id: "c-1",
          occurredAt: "2026-03-10T15:00:00Z",
          direction: "inbound",
          customer: { ref: "C-1042" },
          officer: { email: "s.hale@northmoor.example" },
          ...one.outside,
        },
      ],
    });
    expect(screened).toMatchObject({
      outcome: "breach",
      restrictions: [{ kind: one.kind, clause: one.clause, outcome: "breach" }],
    });
  },
);
