/** The short way to a proposal that waits for its seniors: one report, one restriction, the earlier steps on record. */
import { expect } from "vitest";
import type { Filled } from "../support/person.ts";
import { send, told } from "./hands.ts";
import type { Stage } from "./stage.ts";

type Playing = Pick<Stage, "person" | "day">;
export type Proposers = { readonly reporter: string; readonly manager: string; readonly pack: string };

/** What each policy wants to have been done before, or its reason to go without; `ago` gives a day in the past. */
export function earlierSteps(pack: string, ago: (days: number) => string): Readonly<Record<string, string>> {
  if (pack === "unacceptable-actions")
    return {
      "If there was no warning, why not?": "A serious threat of violence was made",
      "Say more about that reason": "They wrote that they would come with a knife.",
    };
  return {
    "How was the customer asked to moderate their behaviour?": "Phone",
    "When were they asked?": ago(30),
    "How was the warning letter sent?": "Letter",
    "When was it sent?": ago(14),
  };
}

/** The third step of a proposal: what senior staff will ask. */
export const GATE_ANSWERS = {
  "Which ground of the policy is it?": "Abuse",
  "If they were not asked, why not?": "They answer no letter.",
  "Which adjustments did you consider, and what came of it?": "None is needed.",
  "Why would nothing less do?": "A warning changed nothing.",
  "What did you tailor to this customer?": "The way that they use least is closed.",
  "Is the customer under 18, or known to lack capacity?": "No",
};

/** Reports; gives back the reference of the report. */
export async function report({ person }: Playing, reporter: string, more: Filled = {}): Promise<string> {
  const one = person(reporter);
  await one.command("report-contact");
  await one.form("What happened?");
  const answers = {
    "Customer's name": "Quentin Sharp",
    "What happened?": "Wrote the same letter forty times.",
    ...more,
  };
  const answer = await send(one, answers);
  return /R-\d+/.exec(answer)?.[0] ?? `no reference in: ${answer}`;
}

/** Reports and proposes no emails as far as the second step of the proposal; it is open then. */
export async function openSecondStep(
  playing: Playing,
  { reporter, manager, pack }: Proposers,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { person, day } = playing;
  const ref = await report(playing, reporter, more);
  const one = person(manager);
  await one.press("Propose a restriction", { on: `Look at report ${ref}` });
  await one.form("Step 1 of 4");
  await one.fill({
    ...earlierSteps(pack, (days) => day(-days)),
    "Which restrictions do you propose?": ["No emails, letters instead"],
  });
  expect(await one.submit()).toEqual({ ok: true });
  await one.form("Step 2 of 4");
}

/** Reports, proposes and confirms; gives back the reference of the proposal, which the seniors have then been asked about. */
export async function sendProposal(
  playing: Playing,
  proposers: Proposers,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  await openSecondStep(playing, proposers, more);
  const manager = playing.person(proposers.manager);
  await manager.fill({ "Why is this needed?": "The same letter again and again after a final answer." });
  await manager.submit();
  await manager.form("Step 3 of 4");
  await manager.fill(GATE_ANSWERS);
  await manager.submit();
  await manager.form("Step 4 of 4");
  const answer = await told(manager, await manager.submit());
  return /Your proposal (\S+) is with senior staff/.exec(answer)?.[1] ?? `no reference in: ${answer}`;
}
