/** SCREENING section 6: one of those reached is the named officer. They have it, whatever else their own part asks of them. */
import { afterEach, describe, expect, it } from "vitest";
import { DANGER_FIRST, MAY_NOT_KNOW } from "../../../cards/handling-words.ts";
import { DAY } from "../builders.ts";
import { type Alerted, anAlertedCouncil, at, buttons, earlier, named, read } from "./alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

const short = { kind: "call_times", parameters: { maxMinutes: 10 } };
const morning = { kind: "call_times", parameters: { windows: [{ from: "06:00", to: "07:00" }] } };
const CALL = { conversation: "call-1" };
const MAIL = { channel: "email", conversation: "mail-1" };
const toAnn = { officer: { email: at("ann") } };
const toBert = { officer: { email: at("bert") } };
const toCora = { officer: { email: at("cora") } };
const toPark = { officer: { email: at("park") } };

/** The one card of this officer, as read; the title first. */
async function lines(name: string | null) {
  const [card, ...others] = await council.cards(name);
  if (!card || others.length > 0) throw new Error(`${name} has ${others.length + (card ? 1 : 0)} cards`);
  return read(card);
}

const IT_IS_YOURS = "It reached you too, and it is yours. The others have been told not to reply.";

describe("a call that reached the named officer, under a condition of its own", () => {
  it.each([
    ["first", [toAnn, {}]],
    ["second", [{}, toAnn]],
  ])("%s: they have it and keep to the condition; the other is told so", async (_, legs) => {
    council = await anAlertedCouncil([named, short]);
    for (const leg of legs) await council.contact({ ...CALL, ...leg });
    expect((await lines("ann")).slice(0, 3)).toEqual([
      "A customer of yours contacted somebody else",
      DANGER_FIRST,
      `${IT_IS_YOURS} Keep this call to 10 minutes.`,
    ]);
    expect((await lines("ben"))[2]).toBe("Do not reply: Ann Northmoor has it.");
    expect((await lines(null))[2]).toBe("The named officer has it.");
    await council.pass(2 * DAY);
    expect(await council.cards("mona")).toEqual([]);
  });

  it("is their own to answer while it reached nobody else, and goes on when they do not", async () => {
    council = await anAlertedCouncil([named, short]);
    for (let leg = 0; leg < 2; leg += 1) await council.contact({ ...CALL, ...toAnn });
    const [card] = await council.cards("ann");
    expect(card && read(card)[2]).toBe("Keep this call to 10 minutes.");
    expect(card && buttons(card)).toContain("Acknowledge");
    await council.pass(2 * DAY);
    expect((await lines("mona"))[2]).toMatch(/^Not acknowledged by Ann Northmoor/);
  });

  it("and then a service line: they have it too", async () => {
    council = await anAlertedCouncil([named, short]);
    for (const leg of [toAnn, { officer: undefined, service: "Housing" }]) await council.contact({ ...CALL, ...leg });
    expect((await lines("ann"))[2]).toBe(`${IT_IS_YOURS} Keep this call to 10 minutes.`);
  });

  it("outside the hours of calls: they are told so too", async () => {
    council = await anAlertedCouncil([named, morning]);
    expect(await council.contact({ ...CALL, ...toAnn })).toMatchObject({ outcome: "breach" });
    await council.contact(CALL);
    expect((await lines("ann"))[2]).toBe(
      `${IT_IS_YOURS} Say that calls are taken between 6am and 7am, then end the call.`,
    );
    expect((await lines("ben"))[2]).toBe("Do not reply: Ann Northmoor has it.");
  });

  it("begins with what the customer may not know, also when only their own part rests on it", async () => {
    council = await anAlertedCouncil([named], { untold: [short] });
    for (const leg of [toAnn, {}]) await council.contact({ ...CALL, ...leg });
    expect((await lines("ann"))[1]).toBe(MAY_NOT_KNOW);
    expect((await lines("ben"))[1]).toBe(DANGER_FIRST);
  });

  it("acknowledged by them and then passed on: the other is told who has it", async () => {
    council = await anAlertedCouncil([named, morning]);
    const { alertId } = await council.contact({ ...CALL, ...toAnn });
    const actor = await council.actor("ann");
    await council.use.answerAlert({ actor, alert: alertId ?? "", answer: "acknowledged", reason: null });
    await council.contact(CALL);
    expect((await lines("ben"))[2]).toBe("Do not reply: Ann Northmoor has it.");
  });

  it("on a channel that is not theirs alone: nobody has it for the others", async () => {
    const byMail = { ...named, parameters: { officer: at("ann"), channels: ["email"] } };
    council = await anAlertedCouncil([byMail, short]);
    for (const leg of [toAnn, {}]) await council.contact({ ...CALL, ...leg });
    for (const name of ["ann", "ben"]) expect((await lines(name))[2]).toBe("Keep this call to 10 minutes.");
  });

  it("the reader whom it reached first gets what then reached others", async () => {
    const closed = { kind: "topic_closed", parameters: { topicRefs: ["CT-88"], keywords: [], reader: at("ann") } };
    council = await anAlertedCouncil([closed, short]);
    for (const leg of [toAnn, {}]) await council.contact({ ...CALL, topicRef: "CT-88", ...leg });
    expect((await lines("ann")).slice(0, 3)).toEqual([
      "A closed matter came in: it is yours to read",
      DANGER_FIRST,
      "Ben Northmoor was reached and told to pass it to you. Ask for it, and read it for danger or anything new. " +
        "It gets no answer. Keep this call to 10 minutes.",
    ]);
  });
});

describe("what the named officer reads of the others", () => {
  it("says who was told and who was not", async () => {
    council = await anAlertedCouncil([named]);
    for (const leg of [{}, toCora, toBert]) await council.contact({ ...MAIL, ...leg });
    expect((await lines("ann"))[2]).toBe(
      "Ben Northmoor and Cora Northmoor were reached and told that you are the point of contact. " +
        "Bert Northmoor was reached too but could not be told; Mona Northmoor was told instead. " +
        "Ask for it, and deal with it as the arrangement says.",
    );
  });

  it("says so too when they have it themselves", async () => {
    council = await anAlertedCouncil([named]);
    for (const leg of [{}, toBert, toAnn]) await council.contact({ ...MAIL, ...leg });
    expect((await lines("ann"))[2]).toBe(
      "It reached you too, and it is yours. Ben Northmoor has been told not to reply. Bert Northmoor has not been told.",
    );
  });

  it("and the card of many alerts does not call those unanswered that they have", async () => {
    council = await anAlertedCouncil([named]);
    for (let mail = 0; mail < 6; mail += 1)
      await council.contact({ ...MAIL, ...earlier(mail), conversation: `mail-${mail}` });
    await council.contact({ ...MAIL, conversation: "mail-0", ...toAnn });
    const waiting = (await lines(null)).find((line) => line.startsWith("Not answered"));
    expect(waiting).toBe("Not answered: A-0002, A-0003, A-0004, A-0005 and A-0006.");
  });

  it("nor leaves out a possible match whose conversation they have", async () => {
    council = await anAlertedCouncil([named], { staff: { ann: { status: "absent" } } });
    const unsure = { customer: { phone: "01632 960001" }, officer: { email: at("dev") } };
    for (let mail = 0; mail < 6; mail += 1) await council.contact({ ...MAIL, ...unsure, conversation: `mail-${mail}` });
    expect(await council.contact({ ...MAIL, conversation: "mail-0", ...toAnn })).toMatchObject({
      outcome: "permitted",
    });
    expect((await lines(null)).find((line) => line.startsWith("Not answered"))).toContain("A-0001");
  });
});

describe("a named officer who is away", () => {
  it("does not have what reached them: the deputy is sent it at once (CASEWORK 5)", async () => {
    council = await anAlertedCouncil([named], { staff: { ann: { status: "absent" } } });
    await council.contact(MAIL);
    expect(await council.contact({ ...MAIL, ...toAnn })).toMatchObject({ outcome: "permitted" });
    expect((await lines("ben"))[2]).toBe(
      "Read it. Do not reply. Dev Northmoor (Housing) is this customer's point of contact and has been told.",
    );
    expect((await lines("dev"))[2]).toMatch(/^Ben Northmoor was reached and told that you are the point of contact\./);
    expect((await lines(null))[2]).toBe("The officer has been told what to do. The named officer has been told.");
    await council.pass(2 * DAY);
    expect((await lines("mona"))[2]).toMatch(/^Not acknowledged by Ben Northmoor/);
  });

  it("since the call reached them: nobody has it until it reached their deputy", async () => {
    council = await anAlertedCouncil([named]);
    for (const leg of [toAnn, {}]) await council.contact({ ...CALL, ...leg });
    expect((await lines("ben"))[2]).toBe("Do not reply: Ann Northmoor has it.");
    await council.sql`update officer set status = 'absent' where email = ${at("ann")}`;
    expect((await lines("ben"))[2]).toMatch(/Dev Northmoor \(Housing\) is this customer's point of contact\.$/);
    expect(await council.cards("dev")).toEqual([]);
    expect((await lines(null))[2]).toBe("The officer has been told what to do. The named officer has been told.");
    await council.contact({ ...CALL, officer: { email: at("dev") } });
    expect((await lines("ben"))[2]).toBe("Do not reply: Dev Northmoor has it.");
  });

  it("is not one whom no account reaches: they have the call that reached them", async () => {
    council = await anAlertedCouncil([named], { staff: { ann: { slack: undefined } } });
    for (const leg of [toAnn, {}]) await council.contact({ ...CALL, ...leg });
    expect((await lines("ben"))[2]).toBe("Do not reply: Ann Northmoor has it.");
    await council.pass(2 * DAY);
    expect(await council.cards("mona")).toEqual([]);
  });

  it("since the call reached them: it goes on to the line manager", async () => {
    council = await anAlertedCouncil([named]);
    for (const leg of [toAnn, {}]) await council.contact({ ...CALL, ...leg });
    await council.sql`update officer set status = 'absent' where email = ${at("ann")}`;
    await council.pass(2 * DAY);
    expect((await lines("mona"))[2]).toMatch(/^Not acknowledged by Ben Northmoor/);
  });

  it("without a deputy: the register team is named, and it goes on to the line manager", async () => {
    council = await anAlertedCouncil([named], { staff: { ann: { status: "left", deputy: undefined } } });
    for (const leg of [toAnn, {}]) await council.contact({ ...MAIL, ...leg });
    expect((await lines("ben"))[2]).toBe("Read it. Do not reply. Pass to the register team.");
    await council.pass(2 * DAY);
    expect((await lines("mona"))[2]).toMatch(/^Not acknowledged by Ben Northmoor/);
  });

  it("is covered by a deputy outside the staff, who has what reached them", async () => {
    const restriction = { ...named, parameters: { officer: at("ann"), deputy: "care" } };
    council = await anAlertedCouncil([restriction], { staff: { ann: { status: "absent" } } });
    await council.contact(MAIL);
    expect(await council.contact({ ...MAIL, officer: { email: "kit@care.example" } })).toMatchObject({
      outcome: "permitted",
    });
    expect((await lines("ben"))[2]).toBe("Do not reply: Kit Lowe (Northmoor Care) has it.");
    await council.pass(2 * DAY);
    expect(await council.cards("mona")).toEqual([]);
  });

  it("does not leave what reached them to a deputy outside the staff who has not heard of it", async () => {
    const restriction = { ...named, parameters: { officer: at("ann"), deputy: "care" } };
    council = await anAlertedCouncil([restriction]);
    for (const leg of [toAnn, {}]) await council.contact({ ...MAIL, ...leg });
    await council.sql`update officer set status = 'absent' where email = ${at("ann")}`;
    expect((await lines("ben"))[2]).toMatch(/Pass it to Kit Lowe \(Northmoor Care\)/);
  });

  it("is covered by the deputy, who has what reached them", async () => {
    council = await anAlertedCouncil([named], { staff: { ann: { status: "absent" } } });
    await council.contact(MAIL);
    await council.contact({ ...MAIL, officer: { email: at("dev") } });
    expect((await lines("ben"))[2]).toBe("Do not reply: Dev Northmoor has it.");
    expect((await lines("dev"))[2]).toBe(IT_IS_YOURS);
  });
});

describe("a call that becomes sure only later", () => {
  const unsure = { ...CALL, customer: { phone: "01632 960001" } };
  const sure = { ...CALL, customer: { phone: "01632 960001", name: "Alex Morgan" } };

  it("tells the officers of its earlier parts then, as reached by it", async () => {
    council = await anAlertedCouncil([named]);
    await council.contact(unsure);
    await council.contact({ ...unsure, ...toBert });
    await council.contact({ ...unsure, officer: undefined, service: "Housing" });
    expect(await council.cards("ben")).toEqual([]);
    await council.contact({ ...sure, ...toCora });
    for (const name of ["ben", "cora"])
      expect((await lines(name))[2]).toMatch(/^Confirm who you are speaking to\. .* Do not deal with the matter/);
    const told = await council.sql`select o.email, r.part from alert_recipient r
      join officer o on o.id = r.officer_id order by o.email`;
    expect(told.map(({ email, part }) => `${email} ${part}`)).toEqual([
      `${at("ann")} point_of_contact`,
      `${at("ben")} reached`,
      `${at("cora")} reached`,
      `${at("mona")} standing_in`,
    ]);
    expect((await lines(null)).slice(1, 3)).toEqual([
      "Housing · phone · one named officer only · 3 officers reached · 4 contacts",
      "2 of 3 officers could be told what to do. Mona Northmoor has been told. The named officer has been told.",
    ]);
  });

  it.each([
    ["who are away now", "ben", "absent"],
    ["whom no account reaches", "bert", "active"],
  ])("not those %s: the manager of their service stands in", async (_, name, status) => {
    council = await anAlertedCouncil([{ kind: "all_contact", parameters: {} }], {
      staff: { cora: { service: "Planning", lineManager: at("sena") }, [name]: { lineManager: at("sena") } },
    });
    await council.contact({ ...unsure, officer: { email: at(name) } });
    await council.sql`update officer set status = ${status} where email = ${at(name)}`;
    await council.contact({ ...sure, ...toCora });
    expect(await council.cards(name)).toEqual([]);
    expect((await lines("mona"))[2]).toContain("who could not be told here");
    expect(await council.cards("sena")).toEqual([]);
    expect((await lines(null))[2]).toBe("1 of 2 officers could be told what to do. Mona Northmoor has been told.");
  });

  it.each([
    ["another officer", { kind: "no_contact_with_officers", parameters: { officers: [at("cora")] } }, toCora, {}],
    ["another service", { kind: "third_party_only", scope: ["Housing"], parameters: {} }, {}, toPark],
  ])("not those whose own part was allowed: it is about %s", async (_, restriction, forbidden, allowed) => {
    const linked = { slack: { teamId: "T0NORTH", userId: "park" } };
    council = await anAlertedCouncil([restriction], { staff: { park: linked } });
    await council.contact({ ...unsure, ...allowed });
    expect(await council.contact({ ...sure, ...forbidden })).toMatchObject({ outcome: "breach" });
    const told = await council.sql`select o.email from copy c join officer o on o.id = c.officer_id`;
    expect(told.map(({ email }) => email)).toEqual(["officer" in forbidden ? forbidden.officer.email : at("ben")]);
    expect(await council.contact({ ...sure, conversation: "call-2", ...allowed })).toMatchObject({ alertId: null });
  });

  it("is their own to answer when all its parts reached the named officer", async () => {
    council = await anAlertedCouncil([named, short]);
    for (const one of [unsure, sure]) await council.contact({ ...one, ...toAnn });
    await council.pass(2 * DAY);
    expect((await lines("mona"))[2]).toMatch(/^Not acknowledged by Ann Northmoor/);
  });

  it("is not in hand when an earlier part reached the named officer of another service", async () => {
    const housing = { ...named, scope: ["Housing"] };
    council = await anAlertedCouncil([housing], { staff: { ann: { service: "Parks" } } });
    for (const leg of [toAnn, {}]) await council.contact({ ...unsure, ...leg });
    await council.contact({ ...sure, ...toCora });
    expect((await lines("cora"))[2]).not.toContain("Do not reply: ");
  });

  it("is not in hand because another customer's named officer was reached: it is about somebody else now", async () => {
    council = await anAlertedCouncil([named]);
    await council.contact(unsure);
    expect(await council.contact({ ...CALL, ...toAnn })).toMatchObject({ outcome: "permitted" });
    const other = { ...CALL, customer: { phone: "01632 960001", name: "Alexis Morgan" }, ...toCora };
    expect(await council.contact(other)).toMatchObject({ match: { customerRef: "C-2" } });
    expect((await lines("cora"))[2]).toMatch(/^Confirm who you are speaking to\. .* Do not deal with the matter/);
    await council.pass(2 * DAY);
    expect((await lines("mona"))[2]).toMatch(/^Not acknowledged by /);
  });

  it("is in hand when an earlier part reached the named officer", async () => {
    council = await anAlertedCouncil([named]);
    for (const leg of [toAnn, {}]) await council.contact({ ...unsure, ...leg });
    await council.contact({ ...sure, ...toCora });
    expect((await lines("ann"))[2]).toBe(IT_IS_YOURS);
    for (const name of ["ben", "cora"]) expect((await lines(name))[2]).toBe("Do not reply: Ann Northmoor has it.");
  });
});
