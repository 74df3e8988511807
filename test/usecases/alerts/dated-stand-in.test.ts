/** Somebody is away from one day to another, and somebody stands in: alerts and checks go by that too (SCREENING 4, 6). */
import { afterEach, describe, expect, it } from "vitest";
import { type Alerted, anAlertedCouncil, at, named, read } from "./alerted.ts";

let council: Alerted;
afterEach(() => council.drop());

/** From Monday 2 to Wednesday 4 March, both included. Ann's deputy on the staff list is Dev. */
async function away(from: string, to: string): Promise<void> {
  const { organisation } = council;
  const days = { startsOn: "2026-03-02", endsOn: "2026-03-04" };
  const actor = await council.actor(from);
  const outcome = await council.use.makeDelegation({ organisation, actor, from: null, to: at(to), ...days });
  expect(outcome.code).toBe("made");
}

const alerts = async (name: string) =>
  (await council.cards(name)).filter(({ title }) => !/stands? in/.test(title)).map((card) => read(card).join("\n"));
const reaches = async (name: string) => (await council.contact({ officer: { email: at(name) } })).outcome;
const onDay = (day: string) => {
  council.clock.now = new Date(`${day}T10:00:00Z`);
};

describe("a named officer who is away for some days", () => {
  it("is covered by the stand-in of those days, and not by the deputy on the staff list", async () => {
    council = await anAlertedCouncil([named]);
    await away("ann", "cora");
    expect([await reaches("cora"), await reaches("ann"), await reaches("dev")]).toEqual([
      "permitted",
      "permitted",
      "breach",
    ]);
    onDay("2026-03-05");
    expect([await reaches("cora"), await reaches("dev"), await reaches("ann")]).toEqual([
      "breach",
      "breach",
      "permitted",
    ]);
  });

  it("is not told, nor named as who has it: the stand-in is, until the last day is over", async () => {
    council = await anAlertedCouncil([named]);
    await away("ann", "cora");
    await council.contact({ channel: "email" });
    expect(await alerts("ben")).toEqual([expect.stringContaining("Cora Northmoor")]);
    expect((await alerts("cora")).length).toBe(1);
    expect(await alerts("ann")).toEqual([]);
    onDay("2026-03-05");
    await council.contact({ channel: "email", officer: { email: at("dev") } });
    expect(await alerts("dev")).toEqual([expect.stringContaining("Ann Northmoor")]);
    expect((await alerts("ann")).length).toBe(1);
  });

  it("is covered by the deputy of the decision where it names one", async () => {
    const withDeputy = { ...named, parameters: { officer: at("ann"), deputy: at("dev") } };
    council = await anAlertedCouncil([withDeputy]);
    await away("ann", "cora");
    expect([await reaches("dev"), await reaches("cora")]).toEqual(["permitted", "breach"]);
  });

  it("is answered for in a check", async () => {
    council = await anAlertedCouncil([named]);
    const check = async () => {
      const actor = await council.actor("ben");
      const asked = { ref: "C-1", phone: null, email: null, channel: null, why: "I am about to ring back." };
      return (await council.use.checkContact({ actor, ...asked })).answer;
    };
    await away("ann", "cora");
    expect(await check()).toMatchObject({
      instruction: "Deal through Cora Northmoor, in place of Ann Northmoor.",
    });
    onDay("2026-03-05");
    expect(await check()).toMatchObject({ instruction: "Deal through Ann Northmoor." });
  });
});

describe("the reader of the way left open under a ban on all contact", () => {
  it("who is away for some days is named with their stand-in, in the alert's details and in a check", async () => {
    council = await anAlertedCouncil([{ kind: "all_contact", parameters: {} }]);
    await council.sql`update arrangement set open_way = 'write to PO Box 12', open_way_reader = ${at("ann")}`;
    const { alertId } = await council.contact();
    const actor = await council.actor("ben");
    const said = async () => {
      const opened = await council.use.openAlert({ actor, alert: alertId ?? "" });
      const asked = { ref: "C-1", phone: null, email: null, channel: null, why: "I am about to ring back." };
      const { answer } = await council.use.checkContact({ actor, ...asked });
      const words = JSON.stringify([opened.code === "opened" && opened.facts.restrictions, answer]);
      return words.match(/PO Box 12, read by [^.]*/g);
    };
    const decided = "PO Box 12, read by Ann Northmoor";
    await away("ann", "cora");
    const now = "PO Box 12, read by Cora Northmoor, in place of Ann Northmoor";
    expect(await said()).toEqual([now, now, decided]);
    onDay("2026-03-05");
    expect(await said()).toEqual([decided, decided, decided]);
  });
});

describe("who is told when somebody is away for some days", () => {
  it("of an officer reached: the manager of the service", async () => {
    council = await anAlertedCouncil([named]);
    await away("ben", "cora");
    await council.contact({ channel: "email" });
    expect(await alerts("ben")).toEqual([]);
    expect((await alerts("mona")).length).toBe(1);
  });

  it("of a manager: who stands in for them", async () => {
    council = await anAlertedCouncil([named]);
    await away("mona", "cora");
    await council.contact({ channel: "email", officer: { email: at("bert") } });
    expect(await alerts("mona")).toEqual([]);
    expect((await alerts("cora")).length).toBe(1);
  });

  it("of a line manager to whom it would be passed on: the next one up", async () => {
    council = await anAlertedCouncil([named]);
    await away("mona", "cora");
    await council.contact({ channel: "email" });
    await council.pass(60);
    expect(await alerts("mona")).toEqual([]);
    expect((await alerts("sena")).length).toBe(1);
  });

  it("and a delegation that was ended counts no more", async () => {
    council = await anAlertedCouncil([named]);
    await away("ann", "cora");
    const [row] = await council.sql`select id from delegation`;
    await council.use.endDelegation({ actor: await council.actor("ann"), delegation: String(row?.["id"]) });
    expect([await reaches("cora"), await reaches("ann")]).toEqual(["breach", "permitted"]);
  });
});
