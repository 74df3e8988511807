/** The fictional councils are ready to play with on any day, and the page's examples do what they say. */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadStaff, type StaffMember } from "../../../db/queries/staff.ts";
import { background } from "../../../db/transaction.ts";
import { whoToAsk } from "../../../src/policy/approval/who-to-ask.ts";
import { packById } from "../../../src/policy/packs/shelf.ts";
import { CHATS, type RestrictionKind, ROLES } from "../../../src/policy/vocabulary.ts";
import { TOUR } from "../../../src/sandbox/page/browser/panels/tour-steps.ts";
import { COUNCILS as SHIPPED } from "../../../src/sandbox/worlds/councils.ts";
import { datedWorld } from "../../../src/sandbox/worlds/dated.ts";
import { EXAMPLES } from "../../../src/sandbox/worlds/examples.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { inForce, registerOf, startsAndEnds } from "./read-worlds.ts";

const [{ world: harrowdene }, { world: strathcaol }] = SHIPPED;
const COUNCILS = [harrowdene, strathcaol];
const SLUGS = ["harrowdene", "strathcaol"] as const;
const worldOf = { harrowdene, strathcaol };

/** An ordinary day, the ends of long months and of a leap February, and the days on which the clocks change. */
const DAYS = ["2026-11-21", "2027-08-31", "2028-02-29", "2027-03-28", "2027-10-31"].map(
  (day) => new Date(`${day}T14:30:00Z`),
);
const [NOW = new Date()] = DAYS;

/** A database for each test of the describe that calls it. */
function ownDatabase(): () => TestDatabase {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await freshDatabase();
  });
  afterEach(() => db.drop());
  return () => db;
}

async function load({ app }: TestDatabase, now: Date): Promise<readonly string[]> {
  const organisations: string[] = [];
  for (const council of COUNCILS) {
    const json = datedWorld(council, now);
    const outcome = await importWorld({ db: app, now: () => now })({ json, sandbox: true });
    expect(outcome.code === "refused" ? outcome.faults : []).toEqual([]);
    if (outcome.code === "imported") organisations.push(outcome.organisation);
  }
  return organisations;
}

describe("the fictional councils", () => {
  const db = ownDatabase();

  it.each(DAYS)("load together on any day, with arrangements ahead, in force and ended", async (now) => {
    expect(await load(db(), now)).toHaveLength(2);
    for (const council of COUNCILS) {
      const { ahead, running, ended } = startsAndEnds(datedWorld(council, now), now);
      expect([ahead.length, running.length, ended.length]).toEqual([1, 5, 1]);
      expect(running.filter(({ toldAt }) => !toldAt)).toHaveLength(1);
      for (const { decidedAt, startsAt, toldAt } of [...ahead, ...running, ...ended]) {
        expect(Date.parse(decidedAt)).toBeLessThan(Date.parse(startsAt));
        expect(Date.parse(toldAt ?? decidedAt)).toBeLessThanOrEqual(now.getTime());
      }
    }
  });

  it("change nothing when they are loaded again on the same day", async () => {
    await load(db(), NOW);
    for (const council of COUNCILS)
      expect(
        await importWorld({ db: db().app, now: () => NOW })({ json: datedWorld(council, NOW), sandbox: true }),
      ).toMatchObject({ code: "imported", changes: [] });
  });

  it.each(COUNCILS)("have staff in every role: $organisation.name", ({ staff, arrangements }) => {
    expect(new Set(staff.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
    expect(staff.filter((one) => "status" in one && one.status === "absent" && one.deputy)).toHaveLength(1);
    const kinds = arrangements.flatMap(({ restrictions }) => restrictions.map(({ kind }) => kind));
    expect(new Set(kinds).size).toBeGreaterThanOrEqual(5);
  });

  it("use both chats, and one council uses both", () => {
    const chats = (staff: readonly object[]) => CHATS.filter((chat) => staff.some((one) => chat in one));
    expect([chats(harrowdene.staff), chats(strathcaol.staff)]).toEqual([["slack", "teams"], ["teams"]]);
    expect(harrowdene.staff.filter((one) => "teams" in one).map(({ name }) => name)).toEqual([
      "Joanna Kowalska",
      "Lucy Tran",
      "Ruth Feldman",
      "Marcus Bello",
    ]);
  });

  it("hold nobody's real number or address", () => {
    const text = JSON.stringify([COUNCILS, EXAMPLES]);
    const numbers = text.match(/"0\d[\d ]{8,}"/g) ?? [];
    expect(numbers.length).toBeGreaterThan(30);
    for (const number of numbers) expect(number).toMatch(/^"(07700 900|01632 960)\d{3}"$/);
    for (const [, domain] of text.matchAll(/@([a-z-]+\.[a-z.]+)"/g)) expect(domain).toMatch(/\.example$/);
  });
});

describe("a proposal of any service manager", () => {
  const db = ownDatabase();
  const kinds = (pack: string) => packById(pack)?.restrictions.value.map(({ kind }) => kind) ?? [];

  it.each(COUNCILS)("finds enough people who may decide, of $organisation.name", async ({ organisation, ...world }) => {
    await load(db(), NOW);
    const staff = await staffOf(db(), organisation.slug);
    const managers = staff.filter(({ roles }) => roles.includes("service_manager"));
    expect(managers.length).toBeGreaterThanOrEqual(2);
    for (const manager of managers) {
      expect(world.staff.find(({ email }) => email === manager.email)).toHaveProperty("deputy");
      for (const kind of kinds(organisation.policyPack))
        expect(asked(staff, manager, kind)).toMatchObject({ enough: true });
    }
  });

  it("in the tour goes to Patricia Nwosu and Margaret Ashworth", async () => {
    await load(db(), NOW);
    const staff = await staffOf(db(), "harrowdene");
    const amina = staff.find(({ name }) => name === "Amina Yusuf");
    expect(amina && asked(staff, amina, "named_officer").ask.map(({ name }) => name)).toEqual([
      "Patricia Nwosu",
      "Margaret Ashworth",
    ]);
  });
});

async function staffOf({ app, owner }: TestDatabase, slug: string): Promise<readonly StaffMember[]> {
  const [own] = await owner.sql<{ id: string }[]>`select id from organisation where slug = ${slug}`;
  const id = own?.id ?? "";
  return background(app, id, (tx) => loadStaff(tx, id, new Set(CHATS)));
}

/** Whom a proposal of this kind goes to, about a report by an officer of the manager's own service. */
function asked(staff: readonly StaffMember[], manager: StaffMember, kind: RestrictionKind) {
  const council = COUNCILS.find(({ staff: all }) => all.some(({ email }) => email === manager.email));
  const pack = packById(council?.organisation.policyPack ?? "");
  const reporter = staff.find(({ service, id }) => service === manager.service && id !== manager.id);
  if (!pack || !reporter) throw new Error(`no pack, or nobody works for ${manager.name}`);
  return whoToAsk(
    {
      kinds: [kind],
      reach: "organisation",
      months: 6,
      proposedBy: manager.id,
      reportedBy: [reporter.id],
      affected: [reporter.id],
      complainedAbout: [],
      declaredInterest: [],
      capacityInDoubt: false,
      dutySenior: null,
      bypass: null,
    },
    staff,
    pack,
  );
}

describe("the examples of the page", () => {
  /** The words a hint begins with, and the outcome that they promise. */
  const PROMISES = [
    ["Outside the arrangement.", "breach"],
    ["Allowed", "permitted"],
    ["Perhaps one of the two.", "possible_match"],
    ["Nothing to keep to", "clear"],
  ] as const;
  const cases = SLUGS.flatMap((slug) => EXAMPLES[slug].map((example) => ({ slug, ...example })));

  it.each(cases)("$slug: $label", ({ slug, hint, contact }) => {
    const [, promised] = PROMISES.find(([words]) => hint.startsWith(words)) ?? [];
    expect(screened(registerOf(datedWorld(worldOf[slug], NOW)), contact)).toMatchObject({ outcome: promised });
  });

  it.each(SLUGS)("offer each outcome once at least, at %s", (slug) => {
    const promised = PROMISES.map(([words]) => EXAMPLES[slug].some(({ hint }) => hint.startsWith(words)));
    expect(promised).toEqual([true, true, true, true]);
  });

  it.each(SLUGS)("let protected contact through where the rest is a breach, at %s", (slug) => {
    const found = EXAMPLES[slug].find(({ contact }) => "protectedReason" in contact);
    const register = registerOf(datedWorld(worldOf[slug], NOW));
    expect(screened(register, found?.contact)).toMatchObject({ handling: ["protected_contact"] });
    expect(screened(register, { ...found?.contact, protectedReason: undefined })).toMatchObject({ outcome: "breach" });
  });

  it.each([
    {
      slug: "harrowdene",
      customer: "H-1009",
      clause: "7.3.4",
      officer: "d.osei@harrowdene.example",
      service: "Housing",
    },
    {
      slug: "strathcaol",
      customer: "S-2009",
      clause: null,
      officer: "c.baird@strathcaol.example",
      service: "Roads and Parking",
    },
  ] as const)("turn into a breach once the tour has restricted the customer, at $slug", (proposed) => {
    const { slug, customer, clause, officer, service } = proposed;
    const world = datedWorld(worldOf[slug], NOW);
    const decided = inForce(
      customer,
      { kind: "named_officer", clause, scope: [service], parameters: { officer } },
      NOW,
    );
    const [first] = EXAMPLES[slug];
    expect(screened(registerOf(world), first.contact)).toMatchObject({ outcome: "clear" });
    expect(screened(registerOf(world, decided), first.contact)).toMatchObject({ outcome: "breach" });
  });

  function screened(register: ReturnType<typeof registerOf>, contact: object | undefined) {
    return register.receive({
      id: crypto.randomUUID(),
      occurredAt: NOW.toISOString(),
      direction: "inbound",
      ...contact,
    });
  }
});

describe("the tour", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");

  it("is the same in the README and on the page", () => {
    const told = [...readme.matchAll(/^\d+\. \*\*(.+?)\.\*\* (.+)$/gm)].map(([, title, text]) => ({ title, text }));
    expect(TOUR).toHaveLength(10);
    expect(told.map(({ title, text }) => ({ title, text: text?.replaceAll("`", "").replaceAll("**", "") }))).toEqual(
      TOUR,
    );
  });

  it("names people, a customer and an example that are there", () => {
    const text = TOUR.map((step) => step.text).join(" ");
    const people = harrowdene.staff.filter(({ name }) => text.includes(name)).map(({ name }) => name);
    expect(people).toEqual([
      "Bethan Price",
      "Daniel Osei",
      "Amina Yusuf",
      "Patricia Nwosu",
      "Margaret Ashworth",
      "Ellie Hartley",
    ]);
    expect(harrowdene.customers.map(({ ref }) => ref)).toContain("H-1009");
    expect(text).toContain("H-1009");
    expect(text).toContain(EXAMPLES.harrowdene[0].label);
  });
});
