/** Each kind of restriction, from what a manager types in the form to the sentence that everybody reads. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Values } from "../../../cards/model.ts";
import { sendDetails } from "../../../src/chat/handlers/propose/details.ts";
import { editProposal } from "../../../src/chat/handlers/propose/kinds.ts";
import { arrangementSentence } from "../../../src/policy/arrangement/arrangement-sentence.ts";
import type { RestrictionKind } from "../../../src/policy/vocabulary.ts";
import { aCouncil, aProposal, type Council } from "../../usecases/builders.ts";

let council: Council;
beforeAll(async () => {
  council = await aCouncil("unacceptable-actions");
  await council.sql`insert into outside_contact (organisation_id, id, name, body)
    values (${council.organisation}, 'harbour-care-1', 'Ria Grant', 'Harbour Care')`;
});
afterAll(() => council.drop());

const WHY = {
  scope: "service",
  startsOn: "2026-03-09",
  endsOn: "2026-09-09",
  reviewOn: "2026-08-10",
  reason: "14 calls to 9 officers in 5 days after a final answer.",
};

/** A draft of one kind, its second form opened, and what comes of sending it. */
async function entered(kind: RestrictionKind, values: Values) {
  const id = await aProposal.draft(council, { kinds: [kind] });
  const actor = await council.actor("j.reid");
  const target = { id, version: 1 };
  const from = { chat: "slack", tenant: "T0NORTH", account: "j.reid" } as const;
  const opened = await editProposal(council.use)(actor, { from, action: "proposal-edit", target });
  const sent = await sendDetails(council.use)(actor, {
    from,
    form: "proposal-details",
    target,
    values: { ...WHY, ...values },
  });
  return { id, actor, opened, sent };
}

/** What the senior, the register and the customer read. */
async function readBack(kind: RestrictionKind, values: Values): Promise<string> {
  const { id, actor, sent } = await entered(kind, values);
  expect(sent).not.toMatchObject({ kind: "faults" });
  const prepared = await council.use.prepareDetails({ actor, proposal: id });
  if (prepared.code !== "ready") throw new Error(prepared.code);
  const { restrictions, wording } = prepared.assessed;
  return arrangementSentence(restrictions, wording);
}

const REPRESENTATIVE =
  "are taken from a representative only, such as a solicitor, a councillor or a friend. Without a representative they are not taken.";
const FILED = "messages are read once for danger or anything new, then filed without an answer.";

describe("a restriction as it was typed is read back in plain words", () => {
  it.each<[RestrictionKind, Values, string]>([
    [
      "third_party_only",
      { "third_party_only-channels": ["phone", "visit"] },
      `Phone calls and visits to our offices ${REPRESENTATIVE}`,
    ],
    ["third_party_only", {}, `Phone calls ${REPRESENTATIVE}`],
    ["no_email", {}, "Write by letter instead of email. Emails are not answered."],
    [
      "premises_by_appointment",
      { "premises_by_appointment-premises": " Town Hall \r\n\r\nCentral Library\r\nTown Hall" },
      "Visit Town Hall or Central Library by appointment. Without an appointment there is no entry.",
    ],
    [
      "premises_by_appointment",
      {},
      "Visit any of our offices by appointment. Without an appointment there is no entry.",
    ],
    [
      "named_officer",
      {
        "named_officer-officer": "harbour-care-1",
        "named_officer-deputy": "P.Shah@northmoor.example",
        "named_officer-channels": ["phone"],
      },
      "Contact one person only by phone: Ria Grant (Harbour Care). When Ria Grant (Harbour Care) is away, contact Priya Shah. Contact with anyone else by phone is disregarded: messages are read once for danger or anything new, then filed without an answer.",
    ],
    [
      "call_times",
      {
        "call_times-days": ["tuesday", "thursday"],
        "call_times-from": "10:00",
        "call_times-to": "12:00",
        "call_times-maxMinutes": "10",
        "call_times-maxPerWeek": "1",
      },
      "Phone us on Tuesday and Thursday, between 10am and midday, for up to 10 minutes, at most 1 call a week. Calls outside these limits are ended.",
    ],
    [
      "witnessed",
      {},
      "Visits, meetings and home visits take place with a witness present. Without a witness they do not go ahead.",
    ],
    [
      "topic_closed",
      {
        "topic_closed-topicRefs": "CT-88",
        "topic_closed-keywords": "parking fine\npermit\u0000",
        "topic_closed-reader": "t.kerr@northmoor.example",
      },
      "Contact us about any other matter. Contact about CT-88, “parking fine” or “permit” is read by Toni Kerr and is neither answered nor acknowledged.",
    ],
    [
      "social_media",
      { "social_media-platforms": "Facebook\nX", "social_media-mode": "restricted" },
      "Contact us in any way other than on our pages on Facebook and X. Access to our pages on Facebook and X is restricted, and messages there are not answered.",
    ],
    [
      "social_media",
      { "social_media-mode": "denied" },
      "Contact us in any way other than on our social media pages. Access to our social media pages is closed.",
    ],
    [
      "home_visits",
      { "home_visits-mode": "pairs" },
      "Home visits are made by two of our officers together. One officer alone does not visit.",
    ],
    [
      "no_contact_with_officers",
      { "no_contact_with_officers-officers": ["s.hale@northmoor.example", "t.kerr@northmoor.example"] },
      "Contact any officer other than Sam Hale or Toni Kerr. There is no contact with Sam Hale or Toni Kerr, from either side.",
    ],
    [
      "channels_only",
      { "channels_only-channels": ["letter", "web_form"] },
      `Contact us by letter or web form only. Contact in any other way gets no answer: ${FILED}`,
    ],
    [
      "all_contact",
      { openWay: "letters to PO Box 12. ", openWayBy: "letter" },
      `One way stays open: letters to PO Box 12, read by the register team. All other contact gets no answer: ${FILED}`,
    ],
  ])("%s %j", async (kind, values, sentence) => {
    expect(await readBack(kind, values)).toBe(`For contact with Housing. ${sentence}`);
  });
});

describe("what is missing or wrong stands beside its field", () => {
  it.each<[RestrictionKind, Values, string, string]>([
    ["named_officer", {}, "named_officer-officer", "Answer this question."],
    [
      "named_officer",
      { "named_officer-officer": "nobody@northmoor.example" },
      "named_officer-officer",
      "Nobody here has this work email any more. Look for them again.",
    ],
    ["call_times", {}, "call_times-days", "Give at least one limit: days, times, minutes or calls a week."],
    [
      "topic_closed",
      { "topic_closed-reader": "t.kerr@northmoor.example" },
      "topic_closed-topicRefs",
      "Give at least one reference or one word.",
    ],
    ["topic_closed", { "topic_closed-keywords": "fine" }, "topic_closed-reader", "Answer this question."],
    ["social_media", {}, "social_media-mode", "Answer this question."],
    ["home_visits", {}, "home_visits-mode", "Answer this question."],
    ["no_contact_with_officers", {}, "no_contact_with_officers-officers", "Answer this question."],
    [
      "no_contact_with_officers",
      { "no_contact_with_officers-officers": ["s.hale@northmoor.example", "nobody@northmoor.example"] },
      "no_contact_with_officers-officers",
      "Nobody here has this work email any more. Look for them again.",
    ],
    ["channels_only", {}, "channels_only-channels", "Answer this question."],
    ["all_contact", { openWay: " " }, "openWay", "No contact at all is left."],
  ])("%s %j", async (kind, values, field, words) => {
    const { opened, sent } = await entered(kind, values);
    if (opened.kind !== "form" || sent.kind !== "faults") throw new Error(`${opened.kind}, ${sent.kind}`);
    expect(opened.form.fields.map(({ id }) => id)).toContain(field);
    expect(sent.faults).toEqual({ [field]: expect.stringContaining(words) });
  });
});

describe("the form of a draft", () => {
  it("keeps by name whom the draft names, whether they are away, have left, or are not on the staff", async () => {
    const officers = ["s.hale@northmoor.example", "t.kerr@northmoor.example", "e.ward@northmoor.example"];
    const { id, actor } = await entered("no_contact_with_officers", { "no_contact_with_officers-officers": officers });
    await council.sql`update officer set status = 'absent' where email = 't.kerr@northmoor.example'`;
    await council.sql`update officer set status = 'left' where email = 'e.ward@northmoor.example'`;
    const from = { chat: "slack", tenant: "T0NORTH", account: "j.reid" } as const;
    const target = { id, version: 2 };
    const again = await editProposal(council.use)(actor, { from, action: "proposal-edit", target });
    await council.sql`update officer set status = 'active'`;
    const field = again.kind === "form" ? again.form.fields[0] : undefined;
    expect(field).toMatchObject({
      kind: "people",
      value: expect.arrayContaining(officers),
      known: expect.arrayContaining([
        { value: "t.kerr@northmoor.example", label: "Toni Kerr (away), Housing" },
        { value: "e.ward@northmoor.example", label: expect.stringContaining("(has left)") },
      ]),
    });
  });

  it("shows the way left open again", async () => {
    const { id, actor } = await entered("all_contact", { openWay: "letters to PO Box 12" });
    const from = { chat: "slack", tenant: "T0NORTH", account: "j.reid" } as const;
    const again = await editProposal(council.use)(actor, {
      from,
      action: "proposal-edit",
      target: { id, version: 2 },
    });
    expect(again).toMatchObject({
      form: {
        fields: expect.arrayContaining([expect.objectContaining({ id: "openWay", value: "letters to PO Box 12" })]),
      },
    });
  });
});

describe("times of the day", () => {
  const TIMES = {
    "call_times-from": "14:00",
    "call_times-to": "15:30",
    "call_times-from2": "10:00",
    "call_times-to2": "11:00",
    "call_times-from3": "17:00",
    "call_times-to3": "17:30",
  };

  it("are up to three, and are read back from the earliest", async () => {
    expect(await readBack("call_times", TIMES)).toContain(
      "Phone us between 10am and 11am, between 2pm and 3:30pm or between 5pm and 5:30pm.",
    );
  });

  it.each<[string, Values, Values]>([
    ["one half", { "call_times-to2": "" }, { "call_times-to2": "Enter a time, or leave both times empty." }],
    ["the other half", { "call_times-from3": "" }, { "call_times-from3": "Enter a time, or leave both times empty." }],
    [
      "two turned round",
      { "call_times-to": "13:00", "call_times-to3": "16:00" },
      {
        "call_times-to": "Enter an end time that is later than the start time.",
        "call_times-to3": "Enter an end time that is later than the start time.",
      },
    ],
    [
      "two that overlap",
      { "call_times-to2": "14:30" },
      { "call_times-from": "This begins before the time before it has ended. Make one of both, or change it." },
    ],
  ])("of which %s is wrong: that is said at its field", async (_, wrong, faults) => {
    const { sent } = await entered("call_times", { ...TIMES, ...wrong });
    expect(sent).toMatchObject({ kind: "faults", faults });
    expect(sent.kind === "faults" && Object.keys(sent.faults)).toEqual(Object.keys(faults));
  });

  it("may follow one another at once", async () => {
    expect(await readBack("call_times", { ...TIMES, "call_times-to2": "14:00" })).toContain("between 10am and 2pm");
  });
});
