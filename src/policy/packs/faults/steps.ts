/** The rungs before a proposal: who, how, with which words. */
import { listOf } from "../../arrangement/uk-words.ts";
import { WARNING_WAYS } from "../../ladder/letter-ways.ts";
import { type Channel, DECIDING_ROLES, STEPS } from "../../vocabulary.ts";
import type { PackStep } from "../pack.ts";
import type { TextLine, TextPart } from "../pack-text.ts";
import { type PackFault, repeats, rule } from "./fault.ts";

const IN_WRITING: readonly Channel[] = ["letter", "email", "text_message", "web_form", "social_media"];

/** Steps that repeat, come in the wrong order, that nobody can take, or that do not say what they have to. */
export const stepFaults = rule(["steps"], ({ steps }) => [
  ...repeats(steps, ({ step }) => step).map((index) => ({
    path: `steps.${index}.step`,
    message: `${steps[index]?.step} is on the ladder twice`,
  })),
  ...steps.flatMap(({ step }, index) => {
    const before = steps[index - 1];
    return before && STEPS.indexOf(step) < STEPS.indexOf(before.step)
      ? [{ path: `steps.${index}.step`, message: `${step} comes before ${before.step}` }]
      : [];
  }),
  ...steps.flatMap((step, index) =>
    [peopleFaults, wayFaults, wordFaults].flatMap((faults) => faults(step, `steps.${index}`)),
  ),
]);

/** 7.2.1 "The employee": advice is a task that somebody can be given; a letter is written from the report's own card. */
function peopleFaults({ step, by }: PackStep, at: string): readonly PackFault[] {
  const place = step === "warning" ? by.value.indexOf("officer") : -1;
  const message = `a warning is written by whoever decides about the report: name ${listOf(DECIDING_ROLES, "or")} instead of officer`;
  return place < 0 ? [] : [{ path: `${at}.by.value.${place}`, message }];
}

/** A warning is recorded with how its letter was sent; by a way that leaves no letter there would be nothing to send. */
function wayFaults({ step, how }: PackStep, at: string): readonly PackFault[] {
  const without = step === "warning" ? how.value.filter((way) => !WARNING_WAYS.includes(way)) : [];
  const message = `a warning is a letter: it goes by ${WARNING_WAYS.join(" or ")}, not by ${without.join(" or ")}`;
  return without.length === 0 ? [] : [{ path: `${at}.how.value`, message }];
}

function wordFaults(step: PackStep, at: string): readonly PackFault[] {
  const { how, script, written, enclosesPolicy, appeal } = step;
  const parts = [...step.contains.value, ...step.alsoContains.value];
  const inWriting = how.value.filter((channel) => IN_WRITING.includes(channel));
  const spoken = how.value.filter((channel) => !IN_WRITING.includes(channel));
  return [
    ...needed(`${at}.script`, { used: spoken, lines: script.value, parts }),
    ...needed(`${at}.written`, { used: inWriting, lines: written.value?.lines ?? null, parts }),
    ...agrees(`${at}.enclosesPolicy`, {
      said: parts.includes("policy_copy"),
      is: enclosesPolicy.value,
      part: "policy_copy",
    }),
    ...agrees(`${at}.appeal`, {
      said: parts.includes("how_to_appeal"),
      is: appeal.value !== "none",
      part: "how_to_appeal",
    }),
  ];
}

type Words = {
  readonly used: readonly Channel[];
  readonly lines: readonly TextLine[] | null;
  readonly parts: readonly TextPart[];
};

/** Words are there exactly where there is a way to give them, and leave nothing out. */
function needed(path: string, { used, lines, parts }: Words): readonly PackFault[] {
  if (lines === null)
    return used.length === 0 ? [] : [{ path, message: `there are no words to give it by ${used.join(" or ")}` }];
  if (used.length === 0) return [{ path, message: "there are words for a way that the step is never given" }];
  return parts
    .filter((part) => lines.every(({ says }) => says !== part))
    .map((part) => ({ path, message: `leaves out ${part}, which the step contains` }));
}

function agrees(
  path: string,
  { said, is, part }: { readonly said: boolean; readonly is: boolean; readonly part: TextPart },
): readonly PackFault[] {
  if (said === is) return [];
  return [
    {
      path,
      message: said ? `the step contains ${part}, and this says that it does not` : `the step does not contain ${part}`,
    },
  ];
}
