/**
 * CASEWORK section 5: "Named officer away or left: the deputy takes over at once, the register team is asked to confirm …
 * Nobody present: … the register team is told daily until somebody is named."
 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { aDecision, aProposal, auditOf, DAY, toldOf } from "../builders.ts";
import { aChange, actorOf, anOffice, type Office } from "../directory/an-office.ts";

let office: Office;
beforeEach(async () => {
  office = await anOffice();
});
afterEach(() => office.drop());

const TEAM = "Ray Byrne";
/** Housing's one point of contact, from Monday 9 March; it is Tuesday 10 March, 10am. */
const inForce = async (parameters: { officer?: string; deputy?: string } = {}) => {
  await aProposal.approved(
    office,
    {},
    { parameters: { named_officer: { officer: "p.shah@northmoor.example", ...parameters } } },
  );
  await office.pass(8 * DAY);
};
const save = async (name: string, entry: Parameters<typeof aChange>[2]) => {
  const outcome = await office.use.saveOfficer(await aChange(office, name, entry));
  if (outcome.code !== "saved") throw new Error(JSON.stringify(outcome));
  await office.pass(0);
};
const email = (name: string) => `${name}@northmoor.example`;
/** The words of each card, the oldest first. */
const cards = async (kind = "named-away") => {
  const rows = await office.sql`select id from copy where kind = ${kind} order by created_at, subject_id`;
  return await Promise.all(
    rows.map(async ({ id }) => {
      const taken = await office.use.takeDelivery({ organisation: office.organisation, copy: String(id) });
      return JSON.stringify(taken && cardOf(taken.facts));
    }),
  );
};
const count = async () => (await toldOf(office, "named-away")).length;

describe("the named officer goes away without a deputy", () => {
  it("is told to the register team at once, by references, and again each working day", async () => {
    await inForce();
    await save("p.shah", { status: "absent" });
    expect(await toldOf(office, "named-away")).toEqual([TEAM]);
    const [card] = await cards();
    expect(card).toContain("Nobody stands in for a named officer");
    expect(card).toMatch(/Priya Shah is away.*1 arrangement.*P-0001.*told to pass contact to the register team/);
    expect(card).not.toMatch(/Alex|Morgan|C-1042/);
    // Wednesday to Friday, and not at the weekend.
    const days = [];
    for (let day = 0; day < 6; day++) {
      await office.pass(DAY);
      days.push(await count());
    }
    expect(days).toEqual([2, 3, 4, 4, 4, 5]);
  });

  it("is told once for several changes of the staff in a day", async () => {
    await inForce();
    await save("p.shah", { status: "absent" });
    await save("t.kerr", { name: "Toni Kerr-Hill" });
    expect(await count()).toBe(1);
  });

  it("stops when they are back, and begins anew when they go again", async () => {
    await inForce();
    await save("p.shah", { status: "absent" });
    await save("p.shah", { status: "active" });
    await office.pass(DAY);
    await office.pass(DAY);
    expect(await count()).toBe(1);
    await save("p.shah", { status: "absent" });
    await office.pass(DAY);
    expect(await count()).toBe(3);
  });

  it("stops when a deputy is named, with a card that asks to confirm it", async () => {
    await inForce();
    await save("p.shah", { status: "absent" });
    await save("p.shah", { deputy: email("t.kerr") });
    const [, card] = await cards();
    expect(card).toMatch(/A named officer is away.*Toni Kerr takes over.*P-0001.*Confirm that this is right/);
    await office.pass(3 * DAY);
    expect(await count()).toBe(2);
  });

  it("stops when the arrangement has ended", async () => {
    await inForce();
    await save("p.shah", { status: "absent" });
    await office.sql`update arrangement set ends_at = ${office.clock.now.toISOString()}::timestamptz + interval '1 hour'`;
    await office.pass(3 * DAY);
    expect(await count()).toBe(1);
    const [open] =
      await office.sql`select count(*)::int as n from due where kind = 'nobody-answers' and done_at is null`;
    expect(open?.["n"]).toBe(0);
  });

  it("is told of one that is still to begin", async () => {
    await aProposal.approved(office);
    await save("p.shah", { status: "absent" });
    expect(await count()).toBe(1);
  });
});

/** Wednesday and Thursday. */
const delegates = async (from: string, to: string) => {
  const actor = await actorOf(office, from);
  const dates = { startsOn: "2026-03-11", endsOn: "2026-03-12" };
  const { organisation } = office;
  const outcome = await office.use.makeDelegation({ organisation, actor, from: null, to: email(to), ...dates });
  if (outcome.code !== "made") throw new Error(JSON.stringify(outcome));
  await office.pass(0);
};

describe("it is decided while the named officer is away", () => {
  const decidedAfter = async (entry: Parameters<typeof aChange>[2]) => {
    const sent = await aProposal.awaitingDecision(office);
    await save("p.shah", entry);
    expect(await office.use.decideProposal(await aDecision(office, sent))).toMatchObject({ state: "approved" });
  };

  it("with a deputy, whom the register team is asked to confirm, once", async () => {
    await decidedAfter({ status: "absent", deputy: email("t.kerr") });
    expect(await cards()).toEqual([expect.stringMatching(/A named officer is away.*Toni Kerr takes over.*P-0001/)]);
    await save("s.hale", { name: "Sam Hale-Reid" });
    expect(await count()).toBe(1);
  });

  it("but of an arrangement in which somebody is here, nothing is said of others", async () => {
    await decidedAfter({ deputy: email("t.kerr") });
    expect(await count()).toBe(0);
  });
});

describe("somebody stands in", () => {
  it("by a delegation with dates, which the register team is asked to confirm on its first day", async () => {
    await inForce();
    await delegates("p.shah", "t.kerr");
    expect(await count()).toBe(0);
    await office.pass(DAY);
    expect(await cards()).toEqual([expect.stringContaining("Toni Kerr takes over")]);
    await office.pass(3 * DAY);
    expect(await count()).toBe(1);
  });

  it("but nobody does where whoever should is away in those days too, until the first of them is back", async () => {
    await inForce();
    await delegates("t.kerr", "s.hale");
    await delegates("p.shah", "t.kerr");
    await office.pass(DAY);
    expect(await cards()).toEqual([expect.stringContaining("Nobody stands in")]);
    await office.pass(DAY);
    expect(await count()).toBe(2);
    await office.pass(DAY);
    expect(await count()).toBe(2);
  });

  it("until they are away too", async () => {
    await inForce({ deputy: email("t.kerr") });
    await save("p.shah", { status: "absent" });
    await save("t.kerr", { status: "absent" });
    const [first, second] = await cards();
    expect(first).toContain("Toni Kerr takes over");
    expect(second).toContain("Nobody stands in for a named officer");
  });
});

it("somebody outside the staff who stands in is written down by id, though the arrangement names their email", async () => {
  await office.sql`insert into outside_contact (organisation_id, id, name, body, email)
    values (${office.organisation}, 'harbour-care-1', 'Ria Grant', 'Harbour Care', 'ria@care.example')`;
  await inForce({ deputy: "harbour-care-1" });
  await office.sql`update restriction set parameters = parameters || '{"deputy": "ria@care.example"}'`;
  await save("p.shah", { status: "absent" });
  expect(await cards()).toEqual([expect.stringContaining("Ria Grant")]);
  const [entry] = await office.sql`select facts from audit where event = 'named-officer-away'`;
  expect(entry?.["facts"]).toMatchObject({ standIn: "harbour-care-1" });
  expect(JSON.stringify(await office.sql`select facts from audit`)).not.toContain("care.example");
});

describe("whoever reads the way left open", () => {
  it("has somebody of the line in their place", async () => {
    await inForce();
    await office.sql`update arrangement set open_way_reader = ${email("t.kerr")}`;
    await save("t.kerr", { status: "absent" });
    expect(await cards()).toEqual([expect.stringContaining("Jordan Reid takes over")]);
  });

  it("or nobody, and then it is told daily", async () => {
    await inForce();
    await office.sql`update arrangement set open_way_reader = ${email("m.frost")}`;
    await save("m.frost", { status: "absent" });
    expect(await cards()).toEqual([expect.stringContaining("Nobody stands in")]);
    await office.pass(DAY);
    expect(await count()).toBe(2);
  });
});

describe("the named officer leaves", () => {
  it("is one notice, which says that nobody stands in, and then one each working day", async () => {
    await inForce();
    await save("p.shah", { status: "left" });
    expect([await toldOf(office, "work-handed"), await count()]).toEqual([[TEAM], 0]);
    expect(await cards("work-handed")).toEqual([expect.stringMatching(/Nobody stands in: P-0001.*every working day/)]);
    await office.pass(DAY);
    expect(await cards()).toEqual([expect.stringContaining("Priya Shah has left")]);
  });

  it("is one notice where a deputy takes over", async () => {
    await inForce({ deputy: email("t.kerr") });
    await save("p.shah", { status: "left" });
    expect(await cards("work-handed")).toEqual([expect.not.stringContaining("Nobody stands in")]);
    await office.pass(2 * DAY);
    expect(await count()).toBe(0);
    expect(await auditOf(office)).not.toContain("named-officer-away");
  });
});

it("a reader of a closed topic has deputies too", async () => {
  const reader = { topicRefs: ["CO-1"], reader: email("p.shah") };
  await aProposal.approved(office, { kinds: ["topic_closed"] }, { parameters: { topic_closed: reader } });
  await save("p.shah", { status: "absent", deputy: email("t.kerr") });
  expect(await cards()).toEqual([expect.stringContaining("Toni Kerr takes over")]);
});

describe("an arrangement of an imported register names somebody who is away", () => {
  const loadWith = async (deputy: string | null) => {
    const restriction = { kind: "named_officer", clause: "7.3.4", scope: "organisation" };
    const before = {
      ref: "OLD-1",
      customer: "C-1042",
      decidedAt: "2026-02-01T10:00:00Z",
      decidedBy: email("d.okafor"),
      startsAt: "2026-02-02T00:00:00Z",
      endsAt: "2026-08-02T00:00:00Z",
      reviewOn: "2026-07-01",
      reason: "14 calls in 5 days.",
      restrictions: [{ ...restriction, parameters: { officer: email("p.shah") } }],
    };
    await office.load(
      (staff) => {
        staff["p.shah"] = { ...staff["p.shah"], status: "absent", deputy };
      },
      [before],
    );
    await office.pass(0);
  };

  it("without a deputy: the register team is told", async () => {
    await loadWith(null);
    expect(await cards()).toEqual([expect.stringMatching(/Nobody stands in for a named officer.*OLD-1/)]);
  });

  it("with one: it is as the council has it, until that changes", async () => {
    await loadWith(email("t.kerr"));
    expect(await count()).toBe(0);
    await save("t.kerr", { status: "absent" });
    expect(await cards()).toEqual([expect.stringContaining("Nobody stands in")]);
  });
});
