/** SCREENING section 3: "not the same person" is remembered for 90 days, or until the customer's entry changes. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { aCouncil, aProposal, type Council, DAY } from "../builders.ts";
import type { Person } from "../northmoor.ts";
import { read } from "./alerted.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
  await aProposal.approved(council, {}, { startsOn: "2026-03-02" });
  council.clock.now = new Date("2026-03-03T10:00:00Z");
});
afterEach(() => council.drop());

let contacts = 0;
/** An Alex Morgan rings from a number that nobody knows. */
async function aNamesake() {
  contacts += 1;
  const [result] = await council.screen({
    organisation: council.organisation,
    source: "phone-system",
    contacts: [
      {
        id: `c-${contacts}`,
        occurredAt: council.clock.now.toISOString(),
        direction: "inbound",
        channel: "phone",
        customer: { name: "Alex Morgan", phone: "01632 960777" },
        officer: { email: "t.kerr@northmoor.example" },
        service: "Housing",
      },
    ],
  });
  if (result?.status !== "accepted") throw new Error(`the contact was ${result?.status}`);
  return result;
}

async function judge(same: boolean, by: Person = "r.byrne") {
  const [alert] = await council.sql`select id from alert order by raised_at desc limit 1`;
  return await council.use.judgeMatch({ actor: await council.actor(by), alert: String(alert?.["id"]), same });
}

const seen = () => council.sql`select seen is not null as kept from contact where alert_id is not null`;

describe("a possible match", () => {
  beforeEach(async () => {
    const { outcome } = await aNamesake();
    if (outcome !== "possible_match") throw new Error(`a namesake is ${outcome}`);
  });

  it("is judged by the register team, once", async () => {
    expect(await judge(false, "j.reid")).toEqual({ code: "not-yours" });
    expect(await judge(false)).toMatchObject({ code: "done" });
    expect(await judge(true)).toEqual({ code: "already-answered", by: "Ray Byrne", at: council.clock.now });
  });

  it("that is not the same person is not asked about again for 90 days", async () => {
    await judge(false);
    expect(await aNamesake()).toMatchObject({ outcome: "clear" });
    council.clock.now = new Date(council.clock.now.getTime() + (90 * DAY - 1) * 60_000);
    expect(await aNamesake()).toMatchObject({ outcome: "clear" });
    council.clock.now = new Date(council.clock.now.getTime() + 60_000);
    expect(await aNamesake()).toMatchObject({ outcome: "possible_match" });
  });

  it("is asked about again when the customer's entry has changed", async () => {
    await judge(false);
    await council.sql`update customer set version = version + 1 where ref = 'C-1042'`;
    expect(await aNamesake()).toMatchObject({ outcome: "possible_match" });
  });

  it("that is the same person is asked about each time: it says nothing of the next caller", async () => {
    await judge(true);
    council.clock.now = new Date("2026-03-04T10:00:00Z");
    expect(await aNamesake()).toMatchObject({ outcome: "possible_match" });
  });

  it("is remembered as nobody when what was given was forgotten before, and the card does not say otherwise", async () => {
    const said = async () => {
      const [copy] =
        await council.sql`select c.id from copy c join alert a on a.id = c.subject_id order by a.raised_at desc limit 1`;
      const taken = await council.use.takeDelivery({
        organisation: council.organisation,
        copy: String(copy?.["id"]),
      });
      return taken ? read(cardOf(taken.facts)).join(" ") : "";
    };
    await judge(false);
    expect(await said()).toContain(
      "You will not be asked about these two again for 90 days, unless the details of either change.",
    );

    council.clock.now = new Date("2026-07-01T10:00:00Z");
    await aNamesake();
    council.clock.now = new Date("2026-08-05T10:00:00Z");
    await council.use.sweepOldContacts();
    expect(await judge(false)).toMatchObject({ code: "done", remembered: false });
    expect(await said()).toContain("You may be asked again.");
    expect(await aNamesake()).toMatchObject({ outcome: "possible_match" });
  });

  it.each([true, false])("keeps what was seen until it is judged, and no longer: same %s", async (same) => {
    expect(await seen()).toEqual([{ kept: true }]);
    await judge(same);
    expect(await seen()).toEqual([{ kept: false }]);
  });
});
