/** CASEWORK section 3, "with a senior officer's written reason": here with an executive's, on a real register. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDecision } from "../../../src/chat/handlers/decide.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { adoptPack } from "../../../src/usecases/packs/adopt-pack.ts";
import { UNACCEPTABLE } from "../../policy/packs/known-packs.ts";
import { aCouncil, aDecision, aProposal, type Council, isAway, toldOf } from "../builders.ts";
import type { Person } from "../northmoor.ts";

const { bypass } = UNACCEPTABLE;
const VEXATIOUS = "the behaviour was particularly vexatious or unreasonable";

/** The second policy, where the reason for vexatious behaviour is an executive's to write. */
const BY_EXECUTIVES: Pack = {
  ...UNACCEPTABLE,
  version: 2,
  bypass: {
    ...bypass,
    value: bypass.value.map((one) => (one.code === "vexatious" ? { ...one, reasonBy: "executive" } : one)),
  },
};

let council: Council;
const adopt = async (pack: Pack) =>
  await adoptPack({ db: council.db, now: () => council.clock.now })({ organisation: council.organisation, pack });
beforeEach(async () => {
  council = await aCouncil("unacceptable-actions");
  await adopt(BY_EXECUTIVES);
});
afterEach(() => council.drop());

/** Nobody was warned: forty letters a week. */
const withoutWarning = async () =>
  await aProposal.awaitingDecision(council, {
    steps: [],
    bypass: { code: "vexatious", reason: "Forty letters a week." },
  });
type Sent = Awaited<ReturnType<typeof withoutWarning>>;

const approve = async (proposal: Sent, by: Person, reason: string | null = "A warning would come too late.") =>
  await council.use.decideProposal(await aDecision(council, proposal, { by, reason }));

describe("where the reason is an executive's to write", () => {
  it("executives are asked, a senior officer approves nothing, and an executive does in writing only", async () => {
    expect(await council.sql`select pack_version from organisation`).toEqual([{ pack_version: 2 }]);
    const proposal = await withoutWarning();
    // Who is on duty first: by name, where nobody was chosen.
    expect(proposal.asked).toEqual(["Erin Ward", "Max Frost"]);
    for (const by of ["d.okafor", "m.lindqvist"] as const)
      expect(await approve(proposal, by)).toMatchObject({ refusal: { code: "role-too-low", needs: "executive" } });
    expect(await council.sql`select count(*)::int as n from arrangement`).toEqual([{ n: 0 }]);
    expect(await approve(proposal, "m.frost", " ")).toMatchObject({ refusal: { code: "reason-missing" } });
    expect(await approve(proposal, "m.frost")).toMatchObject({ code: "counted", state: "approved" });
    expect(await council.sql`select reason from approver where verdict = 'approve'`).toEqual([
      { reason: "A warning would come too late." },
    ]);
  });

  it("the second screen says whose reason it takes", async () => {
    const { id, version } = await withoutWarning();
    const press = { from: { chat: "slack", tenant: "T0NORTH", account: "m.frost" }, action: "approve" } as const;
    const open = async (by: Person) =>
      await openDecision(council.use, "approve")(await council.actor(by), { ...press, target: { id, version } });
    expect(await open("m.frost")).toMatchObject({
      kind: "form",
      form: {
        fields: [
          {
            id: "reason",
            required: true,
            hint: "There was no warning, so this takes the written reason of an executive. It is kept with the decision.",
          },
        ],
      },
    });
    expect(JSON.stringify(await open("d.okafor"))).toContain("This is for an executive.");
  });

  it("whoever stands in for an executive writes it; for a senior officer, not", async () => {
    const proposal = await withoutWarning();
    await isAway(council, "m.frost", { to: "t.kerr" });
    await isAway(council, "d.okafor", { to: "p.shah" });
    await council.pass(1);
    expect(await approve(proposal, "p.shah")).toMatchObject({ refusal: { code: "role-too-low", needs: "executive" } });
    expect(await toldOf(council, "approval")).toContain("Toni Kerr");
    expect(await approve(proposal, "t.kerr")).toMatchObject({ code: "counted", state: "approved" });
  });

  it("after a warning a senior officer decides as ever, without a reason", async () => {
    const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null } as const];
    const proposal = await aProposal.awaitingDecision(council, { steps });
    expect(proposal.asked).toContain("Dana Okafor");
    expect(await approve(proposal, "d.okafor", null)).toMatchObject({ code: "counted", state: "approved" });
  });

  it("with no executive there, it does not go out, and says whom it takes", async () => {
    const { id, version } = await aProposal.readBack(council, {
      steps: [],
      bypass: { code: "vexatious", reason: "Forty letters a week." },
    });
    await council.sql`update officer set status = 'absent' where 'executive' = any (roles)`;
    const actor = await council.actor("j.reid");
    const outcome = await council.use.submitProposal({ actor, proposal: id, version });
    expect(outcome.code === "gates" && outcome.gates.filter(({ code }) => code === "block")).toMatchObject([
      { gate: "approvers", because: "1 executive must approve and 0 may" },
    ]);
  });
});

it("a policy under which nobody present could write it is not put in force", async () => {
  await council.sql`update officer set status = 'absent' where 'executive' = any (roles)`;
  const outcome = await adopt({ ...BY_EXECUTIVES, version: 3 });
  const gaps = outcome.code === "refused" ? outcome.refusals : [];
  expect(gaps).toContainEqual({
    code: "nobody-approves",
    gap: expect.objectContaining({ role: "executive", quorum: 1, present: 0, bypass: VEXATIOUS }),
  });
});
