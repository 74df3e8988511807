/** CASEWORK section 6: a pack is put in force for one organisation, with its version; what was decided keeps its own. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { background } from "../../../db/transaction.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { packOf } from "../../../src/usecases/pack-of.ts";
import { adoptPack } from "../../../src/usecases/packs/adopt-pack.ts";
import { PERSISTENT, REASONABLE, UNACCEPTABLE } from "../../policy/packs/known-packs.ts";
import { aCouncil, aDecision, aProposal, auditOf, type Council, DAY, theDetails } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const adopt = (pack: Pack) =>
  adoptPack({ db: council.db, now: () => council.clock.now })({ organisation: council.organisation, pack });
const inForce = async () => (await council.sql`select pack_id as id, pack_version as version from organisation`)[0];
const packs = () => council.sql`select id, version from policy_pack order by id, version`;
const read = (packId: string, packVersion: number) =>
  background(council.db, council.organisation, (tx) => packOf(tx, council.organisation, { packId, packVersion }));

/** The policy in force with one value changed, as its next version. */
const next = (change: Partial<Pack> = {}): Pack => ({ ...PERSISTENT, version: 2, ...change });
const SHORTER: Partial<Pack> = { length: { ...PERSISTENT.length, maxMonths: { value: 7, assumed: true } } };

describe("putting a pack in force", () => {
  it("keeps it as it is, names it, and leaves a record", async () => {
    expect(await adopt(next(SHORTER))).toEqual({ code: "adopted", moved: [], notes: [] });
    expect(await inForce()).toEqual({ id: PERSISTENT.id, version: 2 });
    expect(await read(PERSISTENT.id, 2)).toEqual(next(SHORTER));
    expect(await auditOf(council)).toContain("policy-adopted");
    const [row] = await council.sql`select facts from audit where event = 'policy-adopted'`;
    expect(row?.["facts"]).toMatchObject({ packId: PERSISTENT.id, packVersion: 2, beforeVersion: 1 });
  });

  it("works for a file that is nowhere in the product", async () => {
    const notes = [{ code: "calendar-differs" }, { code: "no-senior-channel" }];
    expect(await adopt(REASONABLE)).toMatchObject({ code: "adopted", notes });
    expect(await read("reasonable-contact", 1)).toEqual(REASONABLE);
    await expect(read("reasonable-contact", 2)).rejects.toThrow("reasonable-contact version 2 is not on the shelf");
  });

  it("does not keep a copy of the product's own", async () => {
    expect(await adopt(UNACCEPTABLE)).toMatchObject({ code: "adopted" });
    expect(await inForce()).toEqual({ id: "unacceptable-actions", version: 1 });
    expect(await packs()).toEqual([]);
  });

  it("notes which of its parts nobody holds", async () => {
    await council.sql`update officer set roles = '{officer}' where 'social_work' = any (roles)`;
    expect(await adopt(next())).toMatchObject({
      notes: [{ code: "nobody-holds", gap: { roles: ["social_work"] } }],
    });
  });

  it("changes nothing the second time", async () => {
    await adopt(next());
    expect(await adopt(next())).toEqual({ code: "in-force-already" });
    expect(await packs()).toHaveLength(1);
  });

  it("goes back to an earlier version", async () => {
    await adopt(next(SHORTER));
    expect(await adopt(PERSISTENT)).toMatchObject({ code: "adopted" });
    expect(await adopt(next(SHORTER))).toMatchObject({ code: "adopted" });
    expect(await packs()).toEqual([{ id: PERSISTENT.id, version: 2 }]);
  });

  it("two at once go one after the other", async () => {
    const outcomes = await Promise.all([adopt(next(SHORTER)), adopt(next(SHORTER))]);
    expect(outcomes.map(({ code }) => code).toSorted()).toEqual(["adopted", "in-force-already"]);
  });
});

describe("a pack is not put in force", () => {
  const refusals = async (pack: Pack) => {
    const outcome = await adopt(pack);
    expect(await auditOf(council)).not.toContain("policy-adopted");
    return outcome.code === "refused" ? outcome.refusals : [];
  };
  it("under a version that is another text of the product", async () => {
    expect(await refusals({ ...PERSISTENT, ...SHORTER })).toEqual([{ code: "version-taken" }]);
    expect(await read(PERSISTENT.id, 1)).toEqual(PERSISTENT);
  });

  it("before it takes effect, or after", async () => {
    expect(await refusals(next({ effective: { from: "2026-03-03", until: null } }))).toEqual([
      { code: "not-yet-effective", from: "2026-03-03" },
    ]);
    expect(await refusals(next({ effective: { from: "2025-01-01", until: "2026-03-01" } }))).toEqual([
      { code: "no-longer-effective", until: "2026-03-01" },
    ]);
  });

  it("in which nobody could approve, with the restriction, the role and the number", async () => {
    await council.sql`update officer set status = 'absent' where email = 'e.ward@northmoor.example'`;
    expect(await refusals(next())).toEqual([
      {
        code: "nobody-approves",
        gap: { kinds: ["all_contact"], role: "executive", quorum: 2, asks: 3, present: 1 },
      },
    ]);
    expect(await inForce()).toEqual({ id: PERSISTENT.id, version: 1 });
    expect(await packs()).toEqual([]);
  });
});

it("a version that the organisation keeps is never another text", async () => {
  await adopt(next(SHORTER));
  expect(await adopt(next())).toEqual({ code: "refused", refusals: [{ code: "version-taken" }] });
  expect(await read(PERSISTENT.id, 2)).toEqual(next(SHORTER));
  await expect(
    council.sql`set role restricted_contact_app`.then(() => council.sql`update policy_pack set version = 9`),
  ).rejects.toMatchObject({ code: "42501" });
});

describe("what was begun before", () => {
  it("was decided: it keeps the version it was decided under", async () => {
    await aProposal.approved(council);
    await adopt(REASONABLE);
    expect(await council.sql`select pack_id, pack_version from arrangement`).toEqual([
      { pack_id: PERSISTENT.id, pack_version: 1 },
    ]);
    const [entry] = await council.sql`select id from arrangement`;
    const opened = await council.use.readRegisterEntry({
      actor: await council.actor("r.byrne"),
      arrangement: String(entry?.["id"]),
    });
    expect(opened).toMatchObject({ facts: { policy: `${PERSISTENT.title}, version 1` } });
  });

  it("is with the seniors: it is decided under the version it was sent under", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    expect(await adopt(REASONABLE)).toMatchObject({ moved: [] });
    expect(await council.use.decideProposal(await aDecision(council, proposal))).toMatchObject({ code: "counted" });
    expect(await council.sql`select pack_id from arrangement`).toEqual([{ pack_id: PERSISTENT.id }]);
  });

  it("is not sent and the pack no longer offers it: it does not go out", async () => {
    const { id } = await aProposal.readBack(council);
    const value = PERSISTENT.restrictions.value.filter(({ kind }) => kind !== "named_officer");
    const approvers = PERSISTENT.approvers.map((rule) => ({
      ...rule,
      kinds: rule.kinds.filter((kind) => kind !== "named_officer"),
    }));
    await adopt(next({ restrictions: { value, from: "7.3" }, approvers }));
    const because = "the policy does not offer this: one named officer only";
    const edit = { actor: await council.actor("j.reid"), proposal: id };
    expect(await council.use.detailProposal(await theDetails(council, id))).toMatchObject({
      faults: [{ code: "gate", gate: { gate: "linked", because } }],
    });
    // Kinds are chosen in the first step.
    expect(await council.use.prepareEdit(edit)).toMatchObject({ code: "ready" });
  });

  it("is not sent and the pack wants a step before it that is not on record: it goes on with the first step", async () => {
    const id = await aProposal.draft(council);
    const edit = { actor: await council.actor("j.reid"), proposal: id };
    expect(await council.use.prepareEdit(edit)).toMatchObject({ code: "details-first" });
    const steps = PERSISTENT.steps.map((step) => ({ ...step, validMonths: { value: 1, assumed: true } as const }));
    await adopt(next({ steps }));
    await council.pass(DAY);
    expect(await council.use.prepareEdit(edit)).toMatchObject({ code: "ready", draft: { id } });
  });

  it("is not sent: it goes over, with the clauses of the pack, and has to be read back again", async () => {
    const { id, version } = await aProposal.readBack(council);
    expect(await adopt(REASONABLE)).toMatchObject({ moved: ["P-0001"] });
    const [row] = await council.sql`select pack_id, restrictions, version from proposal`;
    expect(row).toMatchObject({ pack_id: "reasonable-contact", restrictions: [{ clause: "4.1" }] });
    const actor = await council.actor("j.reid");
    expect(await council.use.submitProposal({ actor, proposal: id, version })).toEqual({ code: "changed" });
    expect(await council.use.detailProposal(await theDetails(council, id, { reviewOn: "2026-06-08" }))).toMatchObject({
      code: "saved",
    });
  });
});
