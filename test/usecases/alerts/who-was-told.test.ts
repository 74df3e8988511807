/** SCREENING section 6: who gets an alert where the officer cannot, what the channel reads, and who hears when nobody answers. */
import { afterEach, describe, expect, it } from "vitest";
import { DANGER_FIRST } from "../../../cards/handling-words.ts";
import { DAY } from "../builders.ts";
import { type Alerted, anAlertedCouncil, at, buttons, earlier, named, read } from "./alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

const noEmail = { kind: "no_email", parameters: {} };
const pairs = { kind: "home_visits", parameters: { mode: "pairs" } };
const MAIL = { channel: "email" };

const lines = async (name: string | null) => (await council.cards(name)).map((card) => read(card));
const [FIRST, WHO] = [1, 2];
const channelSays = async () => (await lines(null)).at(-1);

describe("the register team's channel", () => {
  it("reads the reference, the kind of breach, the service and who was told: nothing about a person", async () => {
    council = await anAlertedCouncil([named]);
    await council.contact({
      ...MAIL,
      customer: { email: "alex@morgan.example", name: "Alex Morgan" },
      subject: "My drains",
      excerpt: "You will pay for this",
    });
    const cards = await council.cards(null);
    expect(cards.map(read)).toEqual([
      [
        "Contact outside an arrangement",
        "Housing · email · one named officer only · 1 officer reached",
        "The officer has been told what to do. The named officer has been told.",
        expect.stringMatching(
          /^Reference A-\d+ · 2 March 2026, 9:42am · Open is for those entitled, and is recorded\.$/,
        ),
      ],
    ]);
    expect(JSON.stringify([cards, await council.cards("ben"), await council.cards("ann")])).not.toMatch(
      /Alex|Morgan|morgan\.example|drains|pay for|07700/,
    );
    expect(JSON.stringify(cards)).not.toMatch(/C-1|Ann|Ben/);
  });

  it("opens for the register team and those told, never for others, and each opening is recorded", async () => {
    council = await anAlertedCouncil([named]);
    const { alertId } = await council.contact(MAIL);
    const codes = [];
    for (const name of ["rita", "ben", "ann", "cora", "mona", "sena"]) {
      const { code } = await council.use.openAlert({ actor: await council.actor(name), alert: alertId ?? "" });
      codes.push(`${name} ${code}`);
    }
    expect(codes).toEqual([
      "rita opened",
      "ben opened",
      "ann opened",
      "cora not-yours",
      "mona not-yours",
      "sena not-yours",
    ]);
    const audit = await council.sql`select o.email from audit a join officer o on o.id = a.by
      where a.event = 'alert-opened' order by a.id`;
    expect(audit.map(({ email }) => email)).toEqual([at("rita"), at("ben"), at("ann")]);
  });

  it("reads why a contact was allowed when it is opened", async () => {
    council = await anAlertedCouncil([noEmail]);
    const { alertId } = await council.contact(MAIL);
    const alert = alertId ?? "";
    const actor = await council.actor("ben");
    await council.use.answerAlert({ actor, alert, answer: "allowed", reason: "agreed: by the manager" });
    expect((await channelSays())?.[WHO]).toBe("The officer says that it was allowed, 10am. Open it to see why.");
    const opened = await council.use.openAlert({ actor: await council.actor("rita"), alert });
    expect(opened).toMatchObject({ facts: { allowedBecause: "agreed: by the manager" } });
  });
});

describe("where the officer cannot be told", () => {
  it.each([
    [
      "there is none: the manager of the service",
      { officer: undefined, service: "Housing" },
      "mona",
      /^Mona .* told\.$/,
    ],
    [
      "they have no account: the manager of the service",
      { officer: { email: at("bert") } },
      "mona",
      /^The officer could not be told\. Mona Northmoor has been told\.$/,
    ],
    [
      "their service has no manager: the line manager",
      { officer: { email: at("park") } },
      "sena",
      /^The officer could not be told\. Sena Northmoor has been told\.$/,
    ],
    [
      "they are unknown, and so is the service: nobody",
      { officer: { email: "nobody@northmoor.example" } },
      null,
      /^Nobody could be told\. Speak to the officer or the service now\.$/,
    ],
  ])("%s", async (_, more, told, words) => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact({ ...MAIL, ...more });
    const officers = await council.sql`
      select o.email from copy c join officer o on o.id = c.officer_id where c.kind = 'alert-officer'`;
    expect(officers.map(({ email }) => email)).toEqual(told === null ? [] : [at(told)]);
    expect((await channelSays())?.[WHO]).toMatch(words);
  });

  it("the manager's card says whom to tell, after danger", async () => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact({ ...MAIL, officer: { email: at("bert") } });
    const [card] = await lines("mona");
    expect(card).toHaveLength(4);
    expect(card?.[FIRST]).toBe(DANGER_FIRST);
    expect(card?.[WHO]).toMatch(/^Tell Bert Northmoor, who could not be told here: Read it\. Do not reply\./);
  });

  it("the manager's card says that a service line was reached", async () => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact({ ...MAIL, officer: undefined, service: "Housing" });
    expect((await lines("mona"))[0]?.[WHO]).toMatch(/^It reached no one officer: tell whoever has it\. Read it\./);
  });

  it("the named officer is told all the same, and the channel says so", async () => {
    council = await anAlertedCouncil([named], { staff: { mona: { status: "absent" }, sena: { status: "absent" } } });
    await council.contact({ ...MAIL, officer: { email: at("bert") } });
    expect((await channelSays())?.[WHO]).toBe("The officer could not be told. The named officer has been told.");
    expect((await lines("ann"))[0]?.[WHO]).toMatch(
      /^Bert Northmoor was reached, and nobody could be told\. Ask for it/,
    );
  });

  it("a manager whom the call then reaches has it as their own", async () => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact({ ...MAIL, conversation: "mail-1", officer: undefined, service: "Housing" });
    await council.contact({ ...MAIL, conversation: "mail-1", officer: { email: at("mona") } });
    expect((await lines("mona"))[0]?.[WHO]).toMatch(/^Read it\. Do not reply\./);
    expect((await channelSays())?.[WHO]).toBe("The officer has been told what to do.");
  });

  it("of several officers: the channel counts those who could", async () => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact({ ...MAIL, conversation: "mail-1" });
    await council.contact({ ...MAIL, conversation: "mail-1", officer: { email: at("bert") } });
    expect((await channelSays())?.slice(FIRST, WHO + 1)).toEqual([
      "Housing · email · no emails, letters instead · 2 officers reached · 2 contacts",
      "1 of 2 officers could be told what to do. Mona Northmoor has been told.",
    ]);
  });
});

async function refuses(name: string) {
  const [row] = await council.sql`select c.id from copy c join officer o on o.id = c.officer_id
    where o.email = ${at(name)} and c.kind = 'alert-officer' and c.chat = 'slack'`;
  const key = { organisation: council.organisation, copy: String(row?.["id"]) };
  const taken = await council.use.takeDelivery(key);
  if (!taken) throw new Error(`nothing goes to ${name}`);
  await council.use.recordEnding(key, taken, { kind: "refused", reason: "user_not_found" });
}

describe("where the chat refuses what is sent to an account", () => {
  const passedOn = () => council.sql`select 1 from audit where event = 'alert-passed-on'`;

  it("the manager of the service has it at once, and every card says so", async () => {
    council = await anAlertedCouncil([named]);
    await council.contact(MAIL);
    expect((await channelSays())?.[WHO]).toMatch(/^The officer has been told what to do/);
    await refuses("ben");
    expect((await lines("mona"))[0]?.[WHO]).toMatch(/^Tell Ben Northmoor, who could not be told here: Read it\./);
    expect((await lines("ann"))[0]?.[WHO]).toMatch(/^Ben Northmoor was reached\. Mona Northmoor was told that you are/);
    expect((await channelSays())?.[WHO]).toBe(
      "The officer could not be told. Mona Northmoor has been told. The named officer has been told.",
    );
    await council.pass(2 * DAY);
    expect((await lines("sena"))[0]?.[WHO]).toMatch(/^Not acknowledged by Mona Northmoor/);
  });

  it("and refuses again when the card changes: it is passed on once, and not tried for ever", async () => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact({ ...MAIL, conversation: "mail-1" });
    await refuses("ben");
    await council.contact({ ...MAIL, conversation: "mail-1", officer: { email: at("cora") } });
    await refuses("ben");
    expect(await passedOn()).toHaveLength(1);
    const [behind] = await council.sql`select c.wanted from copy c join officer o on o.id = c.officer_id
      where o.email = ${at("ben")}`;
    expect(behind).toEqual({ wanted: 2 });
    expect((await channelSays())?.[WHO]).toBe(
      "1 of 2 officers could be told what to do. Mona Northmoor has been told.",
    );
  });

  it("of the manager who stood in: the next one up; and where nobody is left the channel says so", async () => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact({ ...MAIL, officer: { email: at("bert") } });
    await refuses("mona");
    expect((await lines("sena"))[0]?.[WHO]).toMatch(/^Tell Bert Northmoor, who could not be told here/);
    await refuses("sena");
    expect((await channelSays())?.[WHO]).toBe("Nobody could be told. Speak to the officer or the service now.");
    expect(await passedOn()).toHaveLength(1);
  });

  const PARKS = {
    pia: { service: "Parks", roles: ["service_manager"], lineManager: at("sena") },
    park: { slack: { teamId: "T0NORTH", userId: "park" } },
  };

  it("the manager of the service that the officer's own part in it reached", async () => {
    council = await anAlertedCouncil([noEmail], { staff: PARKS });
    await council.contact({ ...MAIL, conversation: "mail-1" });
    await council.contact({ ...MAIL, conversation: "mail-1", officer: { email: at("park") } });
    await refuses("park");
    expect(await lines("mona")).toEqual([]);
    expect((await lines("pia"))[0]?.[WHO]).toMatch(/^Tell Park Northmoor, who could not be told here/);
  });

  it("of the manager who stood in for one of two: the next one up of that one", async () => {
    council = await anAlertedCouncil([noEmail], { staff: { ...PARKS, park: {} } });
    await council.contact({ ...MAIL, conversation: "mail-1", officer: { email: at("bert") } });
    await council.contact({ ...MAIL, conversation: "mail-1", officer: { email: at("park") } });
    expect(await lines("sena")).toEqual([]);
    await refuses("pia");
    expect(await lines("sena")).toHaveLength(1);
    expect(await passedOn()).toHaveLength(1);
  });

  it("not while another account of theirs may be reached", async () => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact(MAIL);
    await council.sql`insert into copy (organisation_id, id, kind, subject_id, officer_id, round, chat, created_at)
      select organisation_id, gen_random_uuid(), kind, subject_id, officer_id, round, 'teams', created_at from copy
      where kind = 'alert-officer'`;
    await council.sql`update copy set created_at = created_at + interval '1 minute' where chat = 'teams'`;
    await refuses("ben");
    expect(await passedOn()).toEqual([]);
    expect((await channelSays())?.[WHO]).toBe("The officer has been told what to do.");
  });

  it("not when somebody has answered", async () => {
    council = await anAlertedCouncil([noEmail]);
    const { alertId } = await council.contact({ ...MAIL, conversation: "mail-1" });
    await council.contact({ ...MAIL, conversation: "mail-1", officer: { email: at("cora") } });
    const actor = await council.actor("cora");
    await council.use.answerAlert({ actor, alert: alertId ?? "", answer: "acknowledged", reason: null });
    await refuses("ben");
    expect(await passedOn()).toEqual([]);
    expect(await council.cards("mona")).toEqual([]);
  });
});

describe("not acknowledged in the pack's time", () => {
  it("goes to the line manager once, in working time, with the name of who has not answered", async () => {
    council = await anAlertedCouncil([noEmail]);
    council.clock.now = new Date("2026-03-06T16:50:00Z");
    await council.contact(MAIL);
    await council.pass(2 * DAY);
    expect(await council.cards("mona")).toEqual([]);
    await council.pass(DAY);
    await council.pass(DAY);
    const cards = await council.cards("mona");
    expect(cards).toHaveLength(1);
    expect(cards.map(read)[0]?.slice(FIRST, WHO + 1)).toEqual([
      DANGER_FIRST,
      expect.stringMatching(/^Not acknowledged by Ben Northmoor: see that this is done\. Read it\. Do not reply\./),
    ]);
    expect(cards.map(buttons)[0]).toContain("Acknowledge");
    expect((await channelSays())?.[WHO]).toBe("The officer has been told what to do. A manager has been told.");
    expect(await council.cards("sena")).toEqual([]);
  });

  it("goes from the manager who stood in to theirs", async () => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact({ ...MAIL, officer: { email: at("bert") } });
    await council.pass(2 * DAY);
    expect((await lines("sena"))[0]?.[WHO]).toMatch(/^Not acknowledged by Mona Northmoor: see that this is done\./);
    expect((await lines("mona"))[0]?.[WHO]).toMatch(/^Tell Bert Northmoor/);
  });

  it("goes to the next one up where the chat refuses what is sent to the line manager", async () => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact(MAIL);
    await council.pass(2 * DAY);
    await refuses("mona");
    expect((await lines("sena"))[0]?.[WHO]).toMatch(/^Not acknowledged by Ben Northmoor: see that this is done\./);
    expect((await channelSays())?.[WHO]).toBe("The officer has been told what to do. A manager has been told.");
    await refuses("sena");
    expect((await channelSays())?.[WHO]).toBe("The officer has been told what to do.");
  });

  it("goes past a manager of whom it is known that the chat refuses them", async () => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact({ ...MAIL, conversation: "mail-1" });
    await council.contact({ ...MAIL, conversation: "mail-1", officer: { email: at("bert") } });
    await refuses("mona");
    await council.pass(2 * DAY);
    expect((await lines("sena")).map((card) => card[WHO]?.split(":")[0])).toEqual([
      "Tell Bert Northmoor, who could not be told here",
      "Not acknowledged by Ben Northmoor",
    ]);
  });

  it("goes to the managers of all whom one message reached", async () => {
    council = await anAlertedCouncil([noEmail], { staff: { cora: { lineManager: at("sena") } } });
    await council.contact({ ...MAIL, conversation: "mail-1" });
    await council.contact({ ...MAIL, conversation: "mail-1", officer: { email: at("cora") } });
    await council.pass(2 * DAY);
    expect([await council.cards("mona"), await council.cards("sena")].map(({ length }) => length)).toEqual([1, 1]);
  });

  it("goes to a line manager who already stands in for another officer, once", async () => {
    council = await anAlertedCouncil([noEmail]);
    await council.contact({ ...MAIL, conversation: "mail-1" });
    await council.contact({ ...MAIL, conversation: "mail-1", officer: { email: at("bert") } });
    await council.pass(2 * DAY);
    await council.sql`update due set done_at = null where kind = 'alert-unacknowledged'`;
    await council.pass(DAY);
    expect((await lines("mona")).map((card) => card[WHO]?.split(":")[0])).toEqual([
      "Tell Bert Northmoor, who could not be told here",
      "Not acknowledged by Ben Northmoor",
    ]);
    expect(await council.sql`select 1 from audit where event = 'alert-escalated'`).toHaveLength(1);
    expect(await council.cards("sena")).toEqual([]);
  });

  it.each(["acknowledged", "someone_else", "allowed"] as const)("not when it was %s", async (answer) => {
    council = await anAlertedCouncil([noEmail]);
    const { alertId } = await council.contact(MAIL);
    await council.use.answerAlert({ actor: await council.actor("ben"), alert: alertId ?? "", answer, reason: null });
    await council.pass(2 * DAY);
    expect(await council.cards("mona")).toEqual([]);
  });
});

describe("a possible match on a home visit that an officer plans", () => {
  const visit = { direction: "outbound", channel: "home_visit", customer: { phone: "01632 960001" } };

  it("stands first: speak to the officer before they go", async () => {
    council = await anAlertedCouncil([pairs]);
    expect(await council.contact(visit)).toMatchObject({ outcome: "possible_match" });
    const [card] = await council.cards(null);
    expect(card && read(card)[0]).toBe("Speak to the officer before they go");
    expect(card && buttons(card)).toEqual(["Open", "Same person", "Not the same person"]);
  });

  it("still stands first when it is the same person, and not when it is not", async () => {
    council = await anAlertedCouncil([pairs]);
    const { alertId } = await council.contact(visit);
    const actor = await council.actor("rita");
    await council.use.judgeMatch({ actor, alert: alertId ?? "", same: true });
    expect((await channelSays())?.[0]).toBe("Speak to the officer before they go");
    await council.pass(1);
    const other = await council.contact({ ...visit, conversation: "other" });
    await council.use.judgeMatch({ actor, alert: other.alertId ?? "", same: false });
    expect((await channelSays())?.[0]).toBe("This may be a customer on the register");
  });

  it("stands before all others when alerts come faster than the channel takes them", async () => {
    council = await anAlertedCouncil([noEmail]);
    for (let mail = 0; mail < 6; mail += 1)
      await council.contact({ ...MAIL, ...earlier(mail), conversation: `mail-${mail}` });
    await council.contact(visit);
    const [card] = await council.cards(null);
    const [title, first] = card ? read(card) : [];
    expect(title).toBe("7 contacts to look at");
    expect(first).toMatch(/^Speak to the officer before they go\. A-\d+: home visit\.$/);
    expect(card && buttons(card)[0]).toBe(`Open ${/A-\d+/.exec(first ?? "")?.[0]}`);
  });
});

describe("nobody is told", () => {
  it.each([
    ["of a contact of nobody on the register", { customer: { phone: "07700 900999" } }, "clear"],
    ["of one that cannot be checked", { customer: { phone: "123" } }, "not_checked"],
    ["of one that keeps to the arrangement", { channel: "letter" }, "permitted"],
    ["of a protected one", { ...MAIL, protectedReason: "appeal" }, "permitted"],
  ])("%s", async (_, more, outcome) => {
    council = await anAlertedCouncil([noEmail]);
    expect(await council.contact(more)).toMatchObject({ outcome, alertId: null });
    expect(await council.sql`select kind from copy where kind <> 'channel-chosen'`).toEqual([]);
    expect(await council.sql`select 1 from alert`).toEqual([]);
  });
});
