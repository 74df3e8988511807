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
      "Nobody here has this name or work email. Check it against the staff list.",
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
      { "no_contact_with_officers-officers": "s.hale@northmoor.example\nnobody@northmoor.example" },
      "no_contact_with_officers-officers",
      "Nobody here has this name or work email. Check it against the staff list.",
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
  it("offers somebody outside the staff as the point of contact", async () => {
    const { opened } = await entered("named_officer", {});
    const fields = opened.kind === "form" ? opened.form.fields : [];
    expect(fields.find(({ id }) => id === "named_officer-officer")).toMatchObject({
      options: expect.arrayContaining([
        { value: "harbour-care-1", label: "Ria Grant, Harbour Care (not on the staff)" },
        { value: "s.hale@northmoor.example", label: "Sam Hale, Housing" },
      ]),
    });
  });

  describe("while somebody is away, and somebody has left", () => {
    beforeAll(async () => {
      await council.sql`update officer set status = 'absent' where email = 't.kerr@northmoor.example'`;
      await council.sql`update officer set status = 'left' where email = 'e.ward@northmoor.example'`;
    });
    afterAll(async () => {
      await council.sql`update officer set status = 'active'`;
    });
    const offered = async (kind: RestrictionKind, id: string) => {
      const { opened } = await entered(kind, {});
      const field = (opened.kind === "form" ? opened.form.fields : []).find((one) => one.id === id);
      return field && "options" in field ? field.options : [];
    };

    it("lets the customer be kept from whoever is away, perhaps because of them, not from those who left", async () => {
      const options = await offered("no_contact_with_officers", "no_contact_with_officers-officers");
      expect(options).toContainEqual({ value: "t.kerr@northmoor.example", label: "Toni Kerr (away), Housing" });
      expect(options.map(({ value }) => value)).not.toContain("e.ward@northmoor.example");
      expect(
        await readBack("no_contact_with_officers", {
          "no_contact_with_officers-officers": ["t.kerr@northmoor.example"],
        }),
      ).toContain("There is no contact with Toni Kerr, from either side.");
    });

    it("offers nobody who is away as the one point of contact", async () => {
      const values = (await offered("named_officer", "named_officer-officer")).map(({ value }) => value);
      expect(values).toContain("p.shah@northmoor.example");
      expect(values).not.toContain("t.kerr@northmoor.example");
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

describe("people whom no menu holds", () => {
  beforeAll(async () => {
    await council.sql`insert into officer (organisation_id, id, email, name, service, roles, status)
      select ${council.organisation}, gen_random_uuid(), 'extra' || n || '@northmoor.example', 'Extra Number' || n, 'Parks', '{officer}', 'active'
      from generate_series(1, 120) n`;
    await council.sql`insert into officer (organisation_id, id, email, name, service, roles, status)
      values (${council.organisation}, gen_random_uuid(), 'p.sharma@northmoor.example', 'Priya Sharma', 'Parks', '{officer}', 'active')`;
  });

  it.each<[RestrictionKind, Values, string]>([
    ["named_officer", { "named_officer-officer": "shah priya" }, "Contact one person only: Priya Shah."],
    ["named_officer", { "named_officer-officer": "ria grant" }, "Contact one person only: Ria Grant (Harbour Care)."],
    [
      "no_contact_with_officers",
      { "no_contact_with_officers-officers": "sam hale\nt.kerr@northmoor.example, p.sharma@northmoor.example" },
      "There is no contact with Sam Hale, Toni Kerr or Priya Sharma, from either side.",
    ],
  ])("%s: are found by what is typed of their names: %j", async (kind, values, sentence) => {
    const { opened } = await entered(kind, {});
    const [field] = Object.keys(values);
    const fields = opened.kind === "form" ? opened.form.fields : [];
    expect(fields.find(({ id }) => id === field)).toMatchObject({ kind: "text", people: true });
    expect(await readBack(kind, values)).toContain(sentence);
  });

  it("are found while they are away, where there is to be no contact with them", async () => {
    await council.sql`update officer set status = 'absent' where email = 't.kerr@northmoor.example'`;
    const values = { "no_contact_with_officers-officers": "toni kerr" };
    expect(await readBack("no_contact_with_officers", values)).toContain("There is no contact with Toni Kerr,");
    await council.sql`update officer set status = 'active'`;
  });

  it("are asked for again when several are called that, and what was typed is kept", async () => {
    const { sent } = await entered("named_officer", { "named_officer-officer": "priya sha" });
    expect(sent).toMatchObject({
      kind: "faults",
      faults: {
        "named_officer-officer":
          "Several people are called this: Priya Shah, Housing (p.shah@northmoor.example); Priya Sharma, Parks (p.sharma@northmoor.example). Enter the email of one.",
      },
    });
  });

  it("are said to be nobody when nobody is called that", async () => {
    const { sent } = await entered("named_officer", { "named_officer-officer": "zebedee" });
    expect(sent).toMatchObject({
      faults: { "named_officer-officer": expect.stringContaining("Nobody here has this name or work email.") },
    });
  });
});
