/**
 * What a customer is told before a restriction: the script of the advice (7.2.1) and the text of the advice or warning
 * (7.2.2; "They will be told why their actions are deemed to be unacceptable"). The words are the pack's.
 */
import { ukDate } from "../policy/arrangement/uk-words.ts";
import type { Pack, PackStep } from "../policy/packs/pack.ts";
import { fillText, type Placeholder } from "../policy/packs/pack-text.ts";

export type StepRecord = {
  readonly pack: Pack;
  readonly step: PackStep;
  readonly organisation: { readonly name: string };
  readonly customer: { readonly name: string; readonly address: readonly string[] };
  /** The name of whoever gives it. */
  readonly officer: string;
  readonly service: string;
  /** The report that led to it. */
  readonly reference: string;
  readonly whatHappened: string;
  readonly whatToChange: string;
  /** ISO date. */
  readonly writtenOn: string;
};

/** What to say, a paragraph for each thing; nothing when the pack has no script for this step. */
export function stepScript(record: StepRecord): readonly string[] | null {
  return record.step.script.value?.map(({ words }) => filled(words, record)) ?? null;
}

/** The letter or e-mail as plain text, paragraphs apart by an empty line; nothing when it is never written. */
export function stepLetter(record: StepRecord): string | null {
  const written = record.step.written.value;
  if (written === null) return null;
  const { name, version } = record.pack.policyDocument.value;
  return [
    record.organisation.name,
    [record.customer.name, ...record.customer.address].join("\n"),
    ukDate(record.writtenOn),
    `Our reference: ${record.reference}`,
    filled(written.subject, record),
    ...written.lines.map(({ words }) => filled(words, record)),
    ...(record.step.enclosesPolicy.value ? [`Enclosed: ${name}, version ${version}`] : []),
  ].join("\n\n");
}

function filled(words: string, record: StepRecord): string {
  const values: Readonly<Record<Placeholder, string>> = {
    customer: record.customer.name,
    officer: record.officer,
    service: record.service,
    organisation: record.organisation.name,
    policy: record.pack.title,
    reference: record.reference,
    what_happened: record.whatHappened,
    what_to_change: record.whatToChange,
  };
  return fillText(words, values);
}
