/** SCREENING section 3: what of "not the same person" is remembered, what ends it, and that it is listed and revocable. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import { aCouncil, aProposal, type Council, DAY } from "../builders.ts";
import { northmoor, type Person } from "../northmoor.ts";
import { read } from "./alerted.ts";

const PACK = "persistent-and-abusive-behaviour";
let council: Council;
beforeEach(async () => {
  council = await aCouncil(PACK);
  await aProposal.approved(council, {}, { startsOn: "2026-03-02" });
  council.clock.now = new Date("2026-03-03T10:00:00Z");
});
afterEach(() => council.drop());

let contacts = 0;
/** Somebody writes; what they give is all that is known of them. */
async function aContact(customer: object): Promise<string> {
  contacts += 1;
  const [result] = await council.screen({
    organisation: council.organisation,
    source: "mail-gateway",
    contacts: [
      {
        id: `n-${contacts}`,
        occurredAt: council.clock.now.toISOString(),
        direction: "inbound",
        channel: "email",
        customer,
        officer: { email: "t.kerr@northmoor.example" },
      },
    ],
  });
  if (result?.status !== "accepted") throw new Error(`the contact was ${result?.status}`);
  return result.outcome;
}

/** Ray Byrne says of the newest alert that it is not the same person; of one that an officer got, when they have said so. */
async function notTheSame(): Promise<void> {
  const [alert] = await council.sql`select id, outcome from alert order by raised_at desc, ref desc limit 1`;
  if (alert?.["outcome"] !== "possible_match") {
    const said = { actor: await council.actor("t.kerr"), alert: String(alert?.["id"]), reason: null };
    await council.use.answerAlert({ ...said, answer: "someone_else" });
  }
  const actor = await council.actor("r.byrne");
  expect(await council.use.judgeMatch({ actor, alert: String(alert?.["id"]), same: false })).toMatchObject({
    code: "done",
  });
}

async function page(number = 1, by: Person = "r.byrne") {
  const read = await council.use.readNotSame({ actor: await council.actor(by), page: number });
  if (read.code !== "page") throw new Error(read.code);
  return read;
}

async function revoke(judgement: string, by: Person = "r.byrne") {
  const actor = await council.actor(by);
  return await council.use.revokeNotSame({ organisation: council.organisation, judgement, by: actor });
}

const pass = (minutes: number) => {
  council.clock.now = new Date(council.clock.now.getTime() + minutes * 60_000);
};
const audited = async (event: string) =>
  (await council.sql`select by from audit where event = ${event}`).map(({ by }) => by !== null);

const NAMESAKE = { name: "Alex Morgan", email: "a.morgan@elsewhere.example", phone: "01632 960777" };

describe("the contact's side of the pair", () => {
  beforeEach(async () => {
    await aContact(NAMESAKE);
    await notTheSame();
  });

  it.each([
    ["as it was", NAMESAKE],
    [
      "spelled otherwise",
      { phone: "+44 (0)1632 960777", email: " A.Morgan@Elsewhere.EXAMPLE ", name: "Mr MORGAN, Alex" },
    ],
  ])("is the same %s", async (_, customer) => {
    expect(await aContact(customer)).toBe("clear");
  });

  it.each([
    ["another number", { ...NAMESAKE, phone: "01632 960778" }],
    ["one identifier less", { name: NAMESAKE.name, email: NAMESAKE.email }],
    ["one more", { ...NAMESAKE, address: "1 High Street, Northmoor" }],
  ])("is another with %s, and is asked about", async (_, customer) => {
    expect(await aContact(customer)).toBe("possible_match");
  });

  it("never drops a match by reference", async () => {
    expect(await aContact({ ...NAMESAKE, ref: "C-1042" })).toBe("breach");
    await notTheSame();
    pass(61);
    expect(await aContact({ ...NAMESAKE, ref: "C-1042" })).toBe("breach");
  });
});

it("an identifier of the customer's own is dropped too: the number has gone to somebody else", async () => {
  const call = { phone: "07700 900123" };
  expect(await aContact(call)).toBe("breach");
  await notTheSame();
  expect(await aContact(call)).toBe("clear");
  expect(await aContact({ ...call, name: "Alex Morgan" })).toBe("breach");
});

describe("the customer's side of the pair", () => {
  const imported = async (change: (customer: Record<string, unknown>) => void) => {
    const world = northmoor(PACK);
    const customer = world.customers.find(({ ref }) => ref === "C-1042");
    if (!customer) throw new Error("the customer is in the world");
    change(customer);
    const outcome = await importWorld({ db: council.db, now: () => council.clock.now })({ json: world, sandbox: true });
    expect(outcome).toMatchObject({ code: "imported" });
    expect(JSON.stringify(outcome)).toContain("changed");
  };
  beforeEach(async () => {
    await aContact(NAMESAKE);
    await notTheSame();
  });

  it.each<[string, (customer: Record<string, unknown>) => void]>([
    ["an alias", (customer) => Object.assign(customer, { aliases: ["Sandy Morgan"] })],
    ["an identifier", ({ identifiers }) => (identifiers as object[]).push({ kind: "phone", value: "07700 900555" })],
    [
      "a last valid date",
      ({ identifiers }) => Object.assign((identifiers as object[])[0] ?? {}, { validUntil: "2026-12-31" }),
    ],
  ])("%s that is new ends it", async (_, change) => {
    await imported(change);
    expect(await aContact(NAMESAKE)).toBe("possible_match");
    expect((await page()).total).toBe(0);
  });

  it("what they are not matched by leaves it as it is", async () => {
    await imported((customer) => {
      const representatives = [{ name: "Kim Law", relationship: "solicitor", phone: "01632 960100" }];
      Object.assign(customer, { needs: ["hearing"], representatives });
    });
    expect(await aContact(NAMESAKE)).toBe("clear");
    expect((await page()).total).toBe(1);
  });
});

describe("the list", () => {
  it("says of each which customer, who said it, when, and until when; the kinds stand in the entry alone", async () => {
    await aContact(NAMESAKE);
    await notTheSame();
    const { rows, total } = await page();
    const judgedAt = council.clock.now;
    expect({ total, rows }).toMatchObject({
      total: 1,
      rows: [
        {
          customer: { ref: "C-1042" },
          judgedBy: "Ray Byrne",
          judgedAt,
          until: new Date(judgedAt.getTime() + 90 * DAY * 60_000),
        },
      ],
    });
    const judgement = rows[0]?.id ?? "";
    const read = await council.use.readNotSameEntry({ actor: await council.actor("r.byrne"), judgement });
    expect(read).toMatchObject({
      code: "opened",
      row: { kinds: ["email", "name", "phone"], customer: { ref: "C-1042" }, alert: { channel: "email" } },
    });
    expect(JSON.stringify(read)).not.toMatch(/960777|elsewhere/);
    expect(await audited("not-same-listed")).toEqual([true]);
    expect(await audited("not-same-opened")).toEqual([true]);
  });

  it("goes page by page, the newest first, and leaves out what has run out", async () => {
    for (let n = 0; n < 10; n++) {
      await aContact({ name: "Alex Morgan", phone: `01632 96070${n}` });
      await notTheSame();
      pass(DAY);
    }
    const [first, second] = [await page(1), await page(99)];
    expect([first.pages, first.rows.length, second.page, second.rows.length]).toEqual([2, 8, 2, 2]);
    const times = [...first.rows, ...second.rows].map(({ judgedAt }) => judgedAt.getTime());
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    pass(81 * DAY);
    expect((await page()).total).toBe(8);
  });

  it("is the register team's", async () => {
    const actor = await council.actor("j.reid");
    await aContact(NAMESAKE);
    await notTheSame();
    const judgement = (await page()).rows[0]?.id ?? "";
    expect(await council.use.readNotSame({ actor, page: 1 })).toEqual({ code: "not-yours" });
    expect(await council.use.readNotSameEntry({ actor, judgement })).toEqual({ code: "not-yours" });
    expect(await revoke(judgement, "j.reid")).toEqual({ code: "not-yours" });
    expect(await aContact(NAMESAKE)).toBe("clear");
  });
});

/** Until three transactions have found what they look for, and wait for its row. */
async function threeWait(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await council.sql<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (row?.waiting === 3) return;
    await new Promise((go) => setTimeout(go, 5));
  }
  throw new Error("nobody waits");
}

describe("taking it back", () => {
  it("is for once, is recorded, and the next such contact is asked about", async () => {
    await aContact(NAMESAKE);
    await notTheSame();
    const judgement = (await page()).rows[0]?.id ?? "";
    expect(await aContact(NAMESAKE)).toBe("clear");
    expect(await revoke(judgement)).toEqual({ code: "revoked", customerRef: "C-1042" });
    expect(await revoke(judgement)).toEqual({ code: "ended" });
    expect(await audited("not-same-revoked")).toEqual([true]);
    expect((await page()).total).toBe(0);
    expect(await aContact(NAMESAKE)).toBe("possible_match");
  });

  it("is said on the card of the alert, and of a match by reference it was never said otherwise", async () => {
    const card = async () => {
      const copies = await council.sql`select c.id from copy c join alert a on a.id = c.subject_id
        where c.kind in ('alert-channel', 'someone-else') order by a.raised_at desc, c.kind desc limit 1`;
      const copy = String(copies[0]?.["id"]);
      const taken = await council.use.takeDelivery({ organisation: council.organisation, copy });
      return taken ? read(cardOf(taken.facts)).join(" ") : "nothing to post";
    };
    await aContact(NAMESAKE);
    await notTheSame();
    expect(await card()).toContain("not be asked about these two again for 90 days");
    await council.sql`update copy set sent = wanted`;
    await revoke((await page()).rows[0]?.id ?? "");
    expect(await card()).toContain("Ray Byrne, 3 March 2026, 10am. You may be asked again.");
    pass(61);
    await aContact({ ref: "C-1042" });
    await notTheSame();
    expect(await card()).toContain("You may be asked again.");
  });

  it("of an older answer leaves a newer one of the same pair", async () => {
    await aContact(NAMESAKE);
    await notTheSame();
    const older = (await page()).rows[0]?.id ?? "";
    await revoke(older);
    pass(61);
    await aContact(NAMESAKE);
    await notTheSame();
    expect(await revoke(older)).toEqual({ code: "ended" });
    expect(await aContact(NAMESAKE)).toBe("clear");
  });

  it("of two at the same moment is done by one", async () => {
    await aContact(NAMESAKE);
    await notTheSame();
    const judgement = (await page()).rows[0]?.id ?? "";
    const presses: ReturnType<typeof revoke>[] = [];
    await council.sql.begin(async (sql) => {
      await sql`select from not_same_person for update`;
      presses.push(revoke(judgement), revoke(judgement), revoke(judgement));
      await threeWait();
    });
    const codes = (await Promise.all(presses)).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(["ended", "ended", "revoked"]);
    expect(await audited("not-same-revoked")).toEqual([true]);
  });
});

it("nothing is left of it when it has ended: a digest of a telephone number can be guessed", async () => {
  const kept = async () => (await council.sql`select 1 from not_same_person`).length;
  for (const phone of ["01632 960701", "01632 960702", "01632 960703"]) {
    await aContact({ name: "Alex Morgan", phone });
    await notTheSame();
    pass(DAY);
  }
  await revoke((await page()).rows[0]?.id ?? "");
  expect(await kept()).toBe(3);
  pass(87 * DAY);
  await council.use.sweepOldContacts();
  expect(await kept()).toBe(1);
});
