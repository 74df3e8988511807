/** SCREENING section 6 and WORDS: what the officer reached reads, from a contact to the card, on a real database. */
import { afterEach, describe, expect, it } from "vitest";
import { DANGER_FIRST, MAY_NOT_KNOW } from "../../../cards/handling-words.ts";
import type { Target } from "../../../cards/model.ts";
import { slackMessage } from "../../../cards/render/slack.ts";
import { teamsCard } from "../../../cards/render/teams.ts";
import { openDetails } from "../../../src/chat/handlers/alerts.ts";
import { reportFromAlert, sendReport } from "../../../src/chat/handlers/report.ts";
import { type Alerted, anAlertedCouncil, at, buttons, named, read } from "./alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

/** The one card of this officer. */
async function cardOf(name: string) {
  const [card, ...others] = await council.cards(name);
  if (!card || others.length > 0) throw new Error(`${name} has ${others.length + (card ? 1 : 0)} cards`);
  return card;
}
const lines = async (name: string) => read(await cardOf(name));

const witnessed = { kind: "witnessed", parameters: {} };
const noEmail = { kind: "no_email", clause: "7.3.2", parameters: {} };
const closed = { kind: "topic_closed", parameters: { topicRefs: ["CT-88"], keywords: [], reader: at("ann") } };
const through = (channels: readonly string[]) => ({ kind: "third_party_only", parameters: { channels } });

describe("the officer reached", () => {
  it("reads danger first, then what to do, then what it is about: three lines, and four answers", async () => {
    council = await anAlertedCouncil([named]);
    await council.contact({ channel: "email" });
    const card = await cardOf("ben");
    expect(read(card)).toEqual([
      "This contact is outside an arrangement",
      "If anyone may be in danger, deal with that first.",
      "Read it. Do not reply. Ann Northmoor (Housing) is this customer's point of contact and has been told.",
      expect.stringMatching(/^Customer C-1 · email · 2 March 2026, 9:42am · clause 7.3.4 · A-\d+$/),
    ]);
    expect(card.notification).toBe("Contact outside an arrangement: open to see what to do.");
    expect(buttons(card)).toEqual([
      "Acknowledge",
      "It is someone else",
      "It was allowed",
      "Report as an incident",
      "Open",
    ]);
  });

  it.each([
    [
      "an email to the point of contact only",
      [{ ...named, clause: null }],
      { channel: "email" },
      /^Do not answer; file it\. Ann/,
    ],
    [
      "an email where there are none",
      [{ ...noEmail, clause: null }],
      { channel: "email" },
      /^Read it\. Do not reply\. Ask the customer to/,
    ],
  ])("under unacceptable actions: %s", async (_, restrictions, more, words) => {
    council = await anAlertedCouncil(restrictions, { pack: "unacceptable-actions" });
    await council.contact(more);
    expect((await lines("ben"))[2]).toMatch(words);
  });

  it.each([
    ["phone", "Say why, then end the call. Take this only through somebody acting for the customer."],
    ["visit", "Say why, then bring this to a close. Take this only through somebody acting for the customer."],
    ["letter", "Read it. Do not reply. Take this only through somebody acting for the customer."],
  ])("is told what fits a %s", async (channel, words) => {
    council = await anAlertedCouncil([through(["phone", "visit", "letter"])]);
    await council.contact({ channel });
    expect((await lines("ben"))[2]).toBe(words);
  });

  it("reads the same sentence once, also when two restrictions say it", async () => {
    council = await anAlertedCouncil([through(["email"]), noEmail]);
    await council.contact({ channel: "email" });
    expect((await lines("ben"))[2]?.match(/Do not reply/g)).toHaveLength(1);
  });

  it("is told of a condition before they deal with it", async () => {
    council = await anAlertedCouncil([witnessed]);
    expect(await council.contact({ channel: "meeting" })).toMatchObject({ outcome: "conditional" });
    expect((await lines("ben")).slice(0, 3)).toEqual([
      "Check this contact before you act",
      DANGER_FIRST,
      "Have a colleague with you as a witness from the start.",
    ]);
  });

  it("is asked whether it is protected, and told what to do if not", async () => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact({ channel: "email", subject: "Freedom of information request" });
    expect((await lines("ben"))[2]).toMatch(
      /^Check first: it may be about safety, .* If it is, deal with it as usual\. If it is not, do this\. Read it\. Do not reply\./,
    );
  });

  it("confirms who it is when it is only probable", async () => {
    council = await anAlertedCouncil([named]);
    await council.contact({ customer: { phone: "01632 960001", name: "Alex Morgan" } });
    const said = await lines("ben");
    expect(said).toHaveLength(4);
    expect(said[2]).toMatch(/^Confirm who you are speaking to\. If it is the person named when you open the details: /);
  });

  it("reads first that the customer may not know, and nothing that refuses, until the letter was sent", async () => {
    council = await anAlertedCouncil([named], { told: false });
    await council.contact();
    for (const name of ["ben", "ann"]) {
      const said = await lines(name);
      expect(said).toHaveLength(4);
      expect(said[1]).toBe(MAY_NOT_KNOW);
      expect(said[2]?.startsWith(DANGER_FIRST)).toBe(true);
      expect(said.join(" ")).not.toMatch(/do not reply|do not deal|end the call/i);
    }
  });

  it("does not read that for an arrangement to which the contact keeps", async () => {
    council = await anAlertedCouncil([noEmail], { untold: [witnessed] });
    await council.contact({ channel: "email" });
    expect((await lines("ben")).slice(1, 3)).toEqual([
      DANGER_FIRST,
      "Read it. Do not reply. Ask the customer to write a letter.",
    ]);
  });

  it.each([
    [
      "platforms",
      { kind: "social_media", parameters: { platforms: ["Facebook", "X"], mode: "denied" } },
      "social_media",
      /^Read it\. If it came by Facebook or X, do not reply\. If not, deal with it as usual\.$/,
      / The arrangement is about Facebook or X only\.$/,
    ],
    [
      "premises",
      { kind: "premises_by_appointment", parameters: { premises: ["Civic Hall"] } },
      "visit",
      /^At Civic Hall ask the customer to make an appointment\. Do not see them there without one\.$/,
      / The arrangement is about Civic Hall only\.$/,
    ],
  ] as const)(
    "reads which %s it is about when the contact does not say",
    async (_, restriction, channel, known, unknown) => {
      for (const [told, words] of [
        [true, known],
        [false, unknown],
      ] as const) {
        council = await anAlertedCouncil([restriction], { told });
        expect(await council.contact({ channel })).toMatchObject({ outcome: "conditional" });
        expect((await lines("ben"))[2]).toMatch(words);
        if (told) await council.drop();
      }
    },
  );

  it("is told not to reply, without a condition, when the contact says which platform it was", async () => {
    council = await anAlertedCouncil([
      { kind: "social_media", parameters: { platforms: ["Facebook"], mode: "denied" } },
    ]);
    const customer = { phone: "07700 900123", handle: { platform: "facebook", name: "alexm" } };
    await council.contact({ channel: "social_media", customer });
    expect((await lines("ben"))[2]).toBe("Read it. Do not reply.");
  });

  it("is sent to a point of contact outside the staff, who cannot be told", async () => {
    council = await anAlertedCouncil([{ ...named, parameters: { officer: "care" } }]);
    await council.contact({ channel: "email" });
    expect((await lines("ben"))[2]).toBe(
      "Read it. Do not reply. Pass it to Kit Lowe (Northmoor Care), this customer's point of contact outside our staff.",
    );
    expect((await council.contact({ channel: "email", officer: { email: "kit@care.example" } })).outcome).toBe(
      "permitted",
    );
  });

  it("alone reads who that is: never the channel, nor any notification, and how to reach them is on no card", async () => {
    council = await anAlertedCouncil([{ ...named, parameters: { officer: "care" } }]);
    const mail = { channel: "email", conversation: "mail-1" };
    const { alertId } = await council.contact(mail);
    const actor = await council.actor("ben");
    const stages = [
      async () => {},
      async () => void (await council.contact({ ...mail, officer: { email: at("bert") } })),
      async () =>
        void (await council.use.answerAlert({ actor, alert: alertId ?? "", answer: "acknowledged", reason: null })),
      async () => void (await council.contact({ ...mail, officer: { email: "kit@care.example" } })),
      async () => {
        for (let more = 0; more < 12; more++) await council.contact({ channel: "email" });
        await council.pass(24 * 60);
      },
    ];
    for (const stage of stages) {
      await stage();
      const channel = await council.cards(null);
      const told = (await Promise.all(["ben", "mona", "sena", "rita"].map(council.cards))).flat();
      expect(channel.length).toBeGreaterThan(0);
      const [first] = await council.cards("ben");
      expect(first && read(first)[2]).toContain("Kit Lowe");
      for (const card of channel)
        expect(JSON.stringify([card, slackMessage(card, "copy"), teamsCard(card)])).not.toMatch(/Kit|Lowe|Care\b/);
      for (const card of [...channel, ...told]) {
        expect(JSON.stringify([card.notification, slackMessage(card, "copy").text])).not.toMatch(/Kit|Lowe|Care\b/);
        expect(JSON.stringify(card)).not.toMatch(/960111|care\.example/);
      }
    }
  });
});

describe("after an answer", () => {
  it.each([
    ["acknowledged", /^Acknowledged by Ben Northmoor, 10am\. Do not deal with the matter on this call\./, 4],
    ["someone_else", /^Ben Northmoor says that it is someone else, 10am\. Deal with it as usual\./, 1],
    ["allowed", /^Ben Northmoor says that it was allowed, 10am\. The register team sees the reason\.$/, 1],
  ] as const)("%s: the card says so, in three lines", async (answer, words, left) => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact();
    await council.use.answerAlert({
      actor: await council.actor("ben"),
      alert: alertId ?? "",
      answer,
      reason: "agreed",
    });
    const card = await cardOf("ben");
    expect(read(card)).toHaveLength(4);
    expect(read(card)[2]).toMatch(words);
    expect(buttons(card)).toHaveLength(left);
    expect(buttons(card)).not.toContain("Acknowledge");
  });

  it("the register team finds that it is the customer after all: the officer is told what to do again", async () => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact();
    const alert = alertId ?? "";
    await council.use.answerAlert({ actor: await council.actor("ben"), alert, answer: "someone_else", reason: null });
    await council.use.judgeMatch({ actor: await council.actor("rita"), alert, same: true });
    expect((await lines("ben"))[2]).toMatch(/^The register team says that it is this customer after all\. Do not deal/);
  });
});

it("the register team finds that it is someone else: the officer's card says so", async () => {
  council = await anAlertedCouncil([named]);
  const { alertId } = await council.contact();
  const alert = alertId ?? "";
  await council.use.answerAlert({ actor: await council.actor("ben"), alert, answer: "someone_else", reason: null });
  await council.use.judgeMatch({ actor: await council.actor("rita"), alert, same: false });
  expect((await lines("ben"))[2]).toBe(
    "Ben Northmoor says that it is someone else, 10am. Deal with it as usual. The register team says so too.",
  );
  expect((await lines("ann"))[2]).toMatch(/10am\. The register team says so too\.$/);
});

it("the details say whose each restriction is, where somebody restricted acts for a restricted customer", async () => {
  council = await anAlertedCouncil([noEmail]);
  const { alertId } = await council.contact({
    channel: "email",
    customer: { ref: "C-1" },
    onBehalf: { name: "Alexis Morgan", relationship: "friend", ref: "C-2" },
  });
  const opened = await openDetails({ ...council.use })(await council.actor("ben"), {
    action: "alert-open",
    target: { id: alertId ?? "", version: 1 },
    from: { chat: "slack", tenant: "T0NORTH", account: "ben" },
  });
  if (opened.kind !== "told") throw new Error(opened.kind);
  const said = read(opened.card);
  expect(said).toContain("Customer: C-2 · Alexis Morgan");
  expect(
    said.filter((line) => line.includes("Emails are not answered.")).map((line) => line.split(" Write")[0]),
  ).toEqual(expect.arrayContaining(["Customer C-1:", expect.stringMatching(/^Write by letter/)]));
});

describe("the named officer or the reader, to whom it is sent", () => {
  it("gets a card of their own that says who was reached", async () => {
    council = await anAlertedCouncil([named]);
    await council.contact({ channel: "email" });
    expect((await lines("ann")).slice(0, 3)).toEqual([
      "A customer of yours contacted somebody else",
      DANGER_FIRST,
      "Ben Northmoor was reached and told that you are the point of contact. Ask for it, and deal with it as the arrangement says.",
    ]);
  });

  it("reads a closed matter", async () => {
    council = await anAlertedCouncil([closed]);
    await council.contact({ channel: "email", topicRef: "CT-88" });
    expect((await lines("ben"))[2]).toBe("Read it. Do not reply. Pass it to Ann Northmoor, who reads it.");
    expect((await lines("ann")).slice(0, 3)).toEqual([
      "A closed matter came in: it is yours to read",
      DANGER_FIRST,
      "Ben Northmoor was reached and told to pass it to you. Ask for it, and read it for danger or anything new. It gets no answer.",
    ]);
  });

  it.each([
    ["named officer", named, {}],
    ["reader", closed, { topicRef: "CT-88" }],
  ])("is the deputy while the %s is away", async (_, restriction, more) => {
    council = await anAlertedCouncil([restriction], { staff: { ann: { status: "absent" } } });
    await council.contact({ channel: "email", ...more });
    expect(await council.cards("ann")).toEqual([]);
    expect((await lines("ben"))[2]).toContain("Dev Northmoor");
    expect((await lines("dev"))[2]).toContain("Ben Northmoor was reached");
  });

  it("hears that it was somebody else", async () => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact();
    const actor = await council.actor("ben");
    await council.use.answerAlert({ actor, alert: alertId ?? "", answer: "someone_else", reason: null });
    expect((await lines("ann"))[2]).toMatch(/^Ben Northmoor says that it is someone else/);
  });

  it("has it, when the conversation reached them too: the others are told not to reply", async () => {
    council = await anAlertedCouncil([named]);
    const mail = { channel: "email", conversation: "mail-1" };
    const first = await council.contact(mail);
    const second = await council.contact({ ...mail, officer: { email: at("cora") } });
    expect(await council.contact({ ...mail, officer: { email: at("ann") } })).toMatchObject({ outcome: "permitted" });
    expect(second.alertId).toBe(first.alertId);
    for (const name of ["ben", "cora"]) {
      const card = await cardOf(name);
      expect(read(card)[2]).toBe("Do not reply: Ann Northmoor has it.");
      expect(buttons(card)).toEqual(["Report as an incident", "Open"]);
    }
    expect((await lines("ann"))[2]).toBe(
      "It reached you too, and it is yours. The others have been told not to reply.",
    );
    const channel = await council.cards(null);
    expect(channel).toHaveLength(1);
    expect(channel[0] && read(channel[0])).toEqual([
      "Contact outside an arrangement",
      "Housing · email · one named officer only · 2 officers reached · 2 contacts",
      "The named officer has it.",
      expect.stringContaining("Reference A-"),
    ]);
    await council.pass(24 * 60);
    expect(await council.cards("mona")).toEqual([]);
  });
});

describe("a possible match", () => {
  const unsure = { customer: { phone: "01632 960001" }, conversation: "call-1" };

  it("tells the officer nothing, until a later leg is sure: then the same alert is theirs", async () => {
    council = await anAlertedCouncil([named]);
    const first = await council.contact(unsure);
    const { alertId: _, notes: __, ...answer } = first;
    expect(answer).toEqual({
      id: "contact-1",
      status: "accepted",
      outcome: "possible_match",
      match: { tier: "possible" },
      restrictions: [],
      handling: [],
    });
    expect(await council.cards("ben")).toEqual([]);
    await council.pass(24 * 60);
    expect(await council.sql`select 1 from copy where officer_id is not null`).toEqual([]);

    const sure = await council.contact({ ...unsure, customer: { phone: "01632 960001", name: "Alex Morgan" } });
    expect(sure.alertId).toBe(first.alertId);
    expect((await lines("ben"))[2]).toContain("Confirm who you are speaking to.");
    expect(await council.cards(null)).toHaveLength(1);
  });

  it("is not opened by the officer, and opened by the register team with all whom it may be", async () => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact(unsure);
    const open = async (name: string) =>
      await council.use.openAlert({ actor: await council.actor(name), alert: alertId ?? "" });
    expect(await open("ben")).toEqual({ code: "not-yours" });
    expect(await open("rita")).toMatchObject({
      facts: {
        customer: { ref: "C-1", name: "Alex Morgan" },
        others: [{ ref: "C-2", name: "Alexis Morgan" }],
        seen: ["01632 960001"],
        asksWho: true,
      },
    });
    const audit = await council.sql`select event from audit where event = 'alert-opened'`;
    expect(audit).toHaveLength(1);
  });
});

describe("thirty calls in an hour", () => {
  it("are one card whose count grows", async () => {
    council = await anAlertedCouncil([named]);
    for (let call = 0; call < 30; call += 1) await council.contact();
    expect((await lines("ben"))[3]).toContain("· 30 contacts ·");
    expect(await council.cards(null)).toHaveLength(1);
  });
});

describe("report as an incident", () => {
  it("opens filled in with whose contact it was, how and when", async () => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact({ channel: "email" });
    const press = reportFromAlert({ openAlert: council.use.openAlert });
    const target = { id: alertId ?? "", version: 1 };
    const from = { chat: "slack", tenant: "T0NORTH", account: "ben" } as const;
    const answer = await press(await council.actor("ben"), { action: "alert-report", target, from });
    if (answer.kind !== "form") throw new Error(JSON.stringify(answer));
    const filled = answer.form.fields.flatMap((field) => ("value" in field ? [[field.id, field.value]] : []));
    expect(Object.fromEntries(filled)).toMatchObject({
      customerRef: "C-1",
      channel: "email",
      on: "2026-03-02",
      at: "09:42",
      service: "Housing",
    });
  });

  it("again of the next contact, from the same card: two reports, and a form that is sent twice is one", async () => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact();
    const [ben, from] = [await council.actor("ben"), { chat: "slack", tenant: "T0NORTH", account: "ben" } as const];
    const open = reportFromAlert({ openAlert: council.use.openAlert });
    const send = sendReport({ ...council.use, now: () => council.clock.now });
    const opened = async () => {
      const answer = await open(ben, { action: "alert-report", target: { id: alertId ?? "", version: 1 }, from });
      if (answer.kind !== "form") throw new Error(JSON.stringify(answer));
      return answer.form.target;
    };
    const report = async (target: Target, what: string, seriousThreat: "yes" | "no") =>
      await send(ben, { form: "report", target, from, values: { customerRef: "C-1", what, seriousThreat } });

    const first = await opened();
    await report(first, "They rang once.", "no");
    await report(first, "They rang once.", "no");
    await report(await opened(), "They threatened to come round.", "yes");
    expect(
      await council.sql`select what_happened, serious_threat, alert_id is not null as alerted from incident order by ref`,
    ).toEqual([
      { what_happened: "They rang once.", serious_threat: false, alerted: true },
      { what_happened: "They threatened to come round.", serious_threat: true, alerted: true },
    ]);
  });
});
