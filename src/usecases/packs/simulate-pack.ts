/** What a pack would change for each live case, before it is put in force. Nothing is written. */
import type { Db } from "../../../db/connect.ts";
import { background, type Tx } from "../../../db/transaction.ts";
import { type AdoptPack, lockOrganisation } from "./adopt-pack.ts";
import { runningArrangements, type SimulatedCase } from "./live-cases.ts";
import { openProposals, proposalCases } from "./live-proposals.ts";
import { openReports } from "./live-reports.ts";
import { givenSteps, stepsToGive } from "./live-steps.ts";
import { type PackNote, type PackRefusal, packNotes, packRefusals, putInForce, type Setting } from "./put-in-force.ts";

export type Simulation = {
  readonly cases: readonly SimulatedCase[];
  /** Why the pack could not be put in force as it is. */
  readonly refusals: readonly PackRefusal[];
  readonly notes: readonly PackNote[];
};

/** Puts the pack in force, looks at every live case under both packs, and takes it all back. */
export function simulatePack({ db, now }: { readonly db: Db; readonly now: () => Date }) {
  return async ({ organisation: id, pack }: AdoptPack): Promise<Simulation> => {
    const found: { simulation?: Simulation } = {};
    try {
      await background(db, id, async (tx) => {
        const own = await lockOrganisation(tx, id);
        const setting = { own, pack, at: now() };
        const refusals = await packRefusals(tx, setting);
        const taken = refusals.some(({ code }) => code === "version-taken");
        // Cases are looked at with the pack itself, so a version that is another text already cannot be shown.
        const cases = taken ? [] : await liveCases(tx, setting);
        found.simulation = { cases, refusals, notes: await packNotes(tx, setting) };
        throw new TakenBack();
      });
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error;
    }
    if (!found.simulation) throw new Error("a simulation ended without its result");
    return found.simulation;
  };
}

/** Ends the transaction of a simulation, so that nothing of it stays. */
class TakenBack extends Error {
  override readonly name = "TakenBack";
}

async function liveCases(tx: Tx, setting: Setting): Promise<readonly SimulatedCase[]> {
  const reports = [
    ...(await givenSteps(tx, setting)),
    ...(await stepsToGive(tx, setting)),
    ...(await openReports(tx, setting)),
  ];
  const before = await openProposals(tx, setting, (row) => row);
  await putInForce(tx, setting);
  const { id: packId, version: packVersion } = setting.pack;
  const after = await openProposals(tx, setting, (row) => ({ ...row, packId, packVersion }));
  return [...(await runningArrangements(tx, setting)), ...proposalCases(before, after), ...reports];
}
