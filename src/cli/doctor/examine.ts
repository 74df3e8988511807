/** All checks of the doctor, in order. */
import { listOrganisations } from "../../../db/queries/organisations.ts";
import { administration } from "./administrator-check.ts";
import { accounts, channels, seniorChannels, tokens } from "./chat-checks.ts";
import type { Check, Finding, Patient } from "./check.ts";
import { migrated, organisations, reachable, safeRole } from "./database-checks.ts";
import { policy } from "./policy-check.ts";
import { sources } from "./source-check.ts";
import { failedCopies, intakeTokens } from "./traffic-checks.ts";

const CHECKS: readonly Check[] = [
  reachable,
  migrated,
  safeRole,
  organisations,
  policy,
  administration,
  tokens,
  channels,
  seniorChannels,
  accounts,
  intakeTokens,
  sources,
  failedCopies,
];

export type NamedFinding = Finding & { readonly check: string };

/** Runs every check that can be run, and gives back what each one found. */
export async function examine(
  given: Omit<Patient, "organisations">,
  checks: readonly Check[] = CHECKS,
): Promise<readonly NamedFinding[]> {
  const findings: NamedFinding[] = [];
  let patient: Patient = { ...given, organisations: [] };
  for (const check of checks) {
    const found = await check.run(patient);
    findings.push(...found.map((finding) => ({ ...finding, check: check.name })));
    if (check.vital && found.some(({ ok }) => !ok)) break;
    if (check === organisations) patient = { ...patient, organisations: await listOrganisations(given.app) };
  }
  return findings;
}
