/** Is every source of contacts heard? What one does not send is not checked, and nobody would notice. */
import { momentInWords } from "../../../cards/dates.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { background } from "../../../db/transaction.ts";
import { counted } from "../../policy/arrangement/uk-words.ts";
import { type SourceSilence, silentSources } from "../../usecases/silent-sources.ts";
import { type Check, type Finding, fault, type Patient, well } from "./check.ts";

export const sources: Check = {
  name: "sources",
  run: async (patient) => {
    const all = await silentSources({ db: patient.app, now: patient.now })();
    const found = patient.organisations.map((one) =>
      sourcesOf(
        patient,
        one,
        all.filter(({ organisation }) => organisation.id === one.id),
      ),
    );
    return (await Promise.all(found)).flat();
  },
};

async function sourcesOf(
  { app }: Patient,
  { id, slug }: Patient["organisations"][number],
  all: readonly SourceSilence[],
): Promise<readonly Finding[]> {
  const { timeZone } = await background(app, id, (tx) => loadOrganisation(tx, id));
  const faults = all.flatMap((one) => faultOf(one, timeZone) ?? []).map((words) => fault(`${slug}: ${words}`));
  if (faults.length > 0) return faults;
  const young = all.filter(({ silence }) => silence.code === "cannot-tell").length;
  if (all.length === 0) return [well(`${slug}: none has sent a contact yet`)];
  const heard = `${slug}: ${all.length - young} heard as usual`;
  return [well(young === 0 ? heard : `${heard}, ${young} with too few contacts to tell`)];
}

/** What it is, since when, and what to do; nothing for a source that is heard. */
function faultOf({ source, boundSince, silence }: SourceSilence, timeZone: string): string | undefined {
  const words = (at: Date) => momentInWords({ at, timeZone });
  switch (silence.code) {
    case "never":
      return `"${source}" has never sent a contact${boundSince ? `; it has a token since ${words(boundSince)}` : ""}. Connect it (see .github/INTAKE.md), or revoke the token`;
    case "silent":
      return `"${source}" is silent: no contact since ${words(silence.last)}, usually one every ${lasting(silence.gap)}. See that it runs and can reach this address: what it does not send is not checked`;
    case "heard":
    case "cannot-tell":
      return undefined;
  }
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** "4 minutes": in the largest unit of which there are two. */
function lasting(milliseconds: number): string {
  const [unit, length] = UNITS.find(([, one]) => milliseconds >= 2 * one) ?? ["second", 1_000];
  return counted(Math.round(milliseconds / length), unit);
}
