/** CASEWORK section 2: two arrangements of one customer leave a way together, whoever proposed and whoever approves them. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { conflicts } from "../../../src/policy/needs/conflicts.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import type { DetailProposal } from "../../../src/usecases/propose/detail-proposal.ts";
import { aCouncil, aDecision, aProposal, type Council, DAY, reported, theAnswers, theDetails } from "../builders.ts";
import { northmoor, type Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil("unacceptable-actions");
});
afterEach(() => council.drop());

const START = {
  kinds: ["channels_only"],
  steps: [{ step: "warning", on: "2026-02-02", how: "letter", by: null }],
} as const;
const by = (...channels: string[]) => ({ parameters: { channels_only: { channels } } });
const pending = async (channels: string[], details: Partial<DetailProposal> = {}) =>
  await aProposal.awaitingDecision(council, START, { ...by(...channels), ...details });
const approve = async (proposal: { id: string; version: number }, who: Person = "d.okafor") =>
  await council.use.decideProposal(await aDecision(council, proposal, { by: who }));
const inForce = async () => (await council.sql`select ref from arrangement order by ref`).map(({ ref }) => ref);
const detailed = async (details: Partial<DetailProposal>) => {
  const id = await aProposal.draft(council, START);
  return await council.use.detailProposal(await theDetails(council, id, details));
};
const cardOf = async (kind: string, id: string) => {
  const [copy] = await council.sql`select id from copy where kind = ${kind} and subject_id = ${id}
    order by created_at desc limit 1`;
  const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(copy?.["id"]) });
  return taken?.facts.facts;
};

const BECAUSE = "together with P-0001, which leaves only letter, this leaves no way to reach Housing";
const HELD = { code: "refused", refusal: { code: "held", gates: [{ gate: "way_left_open", because: BECAUSE }] } };

describe("letters only is decided already, for six months from 9 March", () => {
  beforeEach(async () => {
    await approve(await pending(["letter"]));
  });

  it("calls only is refused beside its field, and says with what and until when", async () => {
    const opens =
      "Leave at least one of these open as well: letter. Or start it on 9 September 2026, when that has ended.";
    expect(await detailed(by("phone"))).toMatchObject({
      code: "faults",
      faults: [{ code: "gate", gate: { gate: "way_left_open", because: BECAUSE, opens } }],
    });
  });

  it.each<[string, Partial<DetailProposal>]>([
    ["that leaves letters too", by("phone", "letter")],
    [
      "from the day on which that ends",
      { ...by("phone"), startsOn: "2026-09-09", endsOn: "2027-03-09", reviewOn: "2027-02-09" },
    ],
    [
      "that has ended when that begins",
      { ...by("phone"), startsOn: "2026-03-03", endsOn: "2026-03-09", reviewOn: "2026-03-05" },
    ],
  ])("a proposal %s goes on", async (_, details) => {
    expect(await detailed(details)).toMatchObject({ code: "saved" });
  });

  it("another service is not what the proposal shuts", async () => {
    await council.sql`update restriction set services = '{Benefits}'`;
    expect(await detailed(by("phone"))).toMatchObject({ code: "saved" });
    expect(await detailed({ ...by("phone"), organisationWide: true, scopeReason: "Everywhere." })).toMatchObject({
      faults: [{ gate: { gate: "way_left_open" } }],
    });
  });

  it("one that was lifted does not count, and neither does another customer's", async () => {
    const other = await reported(council, { customer: { ref: "C-1043" } });
    const id = await aProposal.draft(council, { ...START, incident: other });
    expect(await council.use.detailProposal(await theDetails(council, id, by("phone")))).toMatchObject({
      code: "saved",
    });
    await council.sql`update arrangement set lifted_at = '2026-03-09T00:00:00Z'`;
    expect(await detailed(by("phone"))).toMatchObject({ code: "saved" });
  });

  it("somebody who cannot read has no way left with letters and visits: the alternative is offered and can be taken", async () => {
    await council.sql`update restriction set parameters = '{"channels": ["letter", "phone"]}'`;
    const id = await aProposal.draft(council, START);
    await council.use.detailProposal(await theDetails(council, id, by("letter", "visit")));
    const answered = await council.use.answerGates(await theAnswers(council, id, { needs: ["cannot_read_or_write"] }));
    expect(answered).toMatchObject({ code: "faults", faults: [{ gate: "adjustments" }, { gate: "way_left_open" }] });
    if (answered.code !== "faults") return;
    const [offer] = conflicts(answered.assessed.needFacts, answered.assessed.pack).flatMap(({ offers }) => offers);
    const answers = await theAnswers(council, id, { needs: ["cannot_read_or_write"] });
    expect(await council.use.answerGates({ ...answers, offer: offer ?? null })).toMatchObject({ code: "saved" });
  });
});

describe("letters only and calls only are both with senior staff", () => {
  let letters: { id: string; version: number };
  let calls: { id: string; version: number };
  beforeEach(async () => {
    letters = await pending(["letter"]);
    calls = await pending(["phone"]);
  });

  it("the second is not approved once the first is, and its cards and its proposer hear at once", async () => {
    expect(await approve(letters)).toMatchObject({ state: "approved" });
    expect(await cardOf("approval", calls.id)).toMatchObject({ open: [BECAUSE] });
    expect(await cardOf("proposal-stuck", calls.id)).toMatchObject({ state: "held", open: [BECAUSE] });
    expect(await approve(calls)).toMatchObject(HELD);
    expect(await inForce()).toEqual(["P-0001"]);
  });

  it("one is approved, whichever comes first, when both are at the same moment", async () => {
    const { pressed } = await council.sql.begin(async (tx) => {
      // Until both have come as far as they get, nothing is put in force.
      await tx`lock table arrangement in share mode`;
      const pressed = [approve(letters), approve(calls, "m.frost")];
      await expect
        .poll(
          async () =>
            await tx`select from pg_locks where not granted and pid in (select pid from pg_locks
              where database = (select oid from pg_database where datname = current_database()))`,
        )
        .toHaveLength(2);
      return { pressed };
    });
    const codes = (await Promise.all(pressed)).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(["counted", "refused"]);
    expect(await inForce()).toHaveLength(1);
  });
});

it("what is held by an arrangement that ends is free on that day", async () => {
  const earlier = { startsOn: "2026-03-02", endsOn: "2026-03-05", reviewOn: "2026-03-03" };
  const letters = await pending(["letter"], earlier);
  const calls = await pending(["phone"], { startsOn: "2026-03-04" });
  await approve(letters);
  expect(await approve(calls)).toMatchObject(HELD);
  const wanted = async () => {
    const [row] = await council.sql`select wanted from copy where kind = 'approval' and subject_id = ${calls.id}`;
    return Number(row?.["wanted"]);
  };
  const before = await wanted();
  await council.pass(3 * DAY);
  expect(await wanted()).toBeGreaterThan(before);
  expect(await cardOf("approval", calls.id)).toMatchObject({ open: [] });
  expect(await approve(calls)).toMatchObject({ state: "approved" });
});

/** Of the whole organisation, until June. */
const imported = async (kind: string, parameters: object) => {
  const arrangement = {
    customer: "C-1042",
    decidedAt: "2026-01-05T10:00:00Z",
    decidedBy: "d.okafor@northmoor.example",
    startsAt: "2026-01-06T00:00:00Z",
    endsAt: "2026-06-06T00:00:00+01:00",
    reviewOn: "2026-05-06",
    reason: "Decided before the product was there.",
    restrictions: [{ kind, clause: null, scope: "organisation", parameters }],
  };
  const json = { ...northmoor("unacceptable-actions"), arrangements: [arrangement] };
  const outcome = await importWorld({ db: council.db, now: () => council.clock.now })({ json, sandbox: true });
  expect(outcome).toMatchObject({ code: "imported" });
};

describe("a file writes the e-mail of the officer whom a proposal names in its own way", () => {
  const PRIYA = "P.Shah@Northmoor.example";
  const named = async () => {
    const id = await aProposal.draft(council, { ...START, kinds: ["named_officer"] });
    return await council.use.detailProposal(await theDetails(council, id));
  };

  it("names one and the same point of contact", async () => {
    await imported("named_officer", { officer: PRIYA });
    expect(await named()).toMatchObject({ code: "saved" });
  });

  it("with no contact with them, leaves nobody", async () => {
    await imported("no_contact_with_officers", { officers: [PRIYA] });
    expect(await named()).toMatchObject({ code: "faults", faults: [{ gate: { gate: "way_left_open" } }] });
  });
});

it("an arrangement that is imported while a proposal waits counts", async () => {
  const calls = await pending(["phone"]);
  await imported("channels_only", { channels: ["letter"] });
  await council.pass(0);
  const held = await cardOf("proposal-stuck", calls.id);
  expect(held).toMatchObject({
    state: "held",
    open: [expect.stringMatching(/^together with C-1042-\w+, which leaves only letter/)],
  });
  expect(await approve(calls)).toMatchObject({ refusal: { code: "held" } });
});
