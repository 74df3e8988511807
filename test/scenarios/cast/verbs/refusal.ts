/** What a form says that was not accepted. */
import { told } from "../../../e2e/hands.ts";
import type { Filled, Person, SeenDialog } from "../../../support/person.ts";

const ABOVE = "There is a problem";

/** Beside the fields, or above them where the form was drawn anew. */
export function whyNot({ faults, lines }: SeenDialog): string {
  const above = lines.indexOf(ABOVE);
  return [...faults, ...(above < 0 ? [] : lines.slice(above + 1))].join("\n");
}

/** Whether the form came back with faults. */
export function isRefused(form: SeenDialog): boolean {
  return form.faults.length > 0 || form.lines.includes(ABOVE);
}

/** Fills in the open form and sends it: what is said, or why it is not accepted. Nothing is open afterwards. */
export async function sendOrWhyNot(person: Person, values: Filled = {}): Promise<string> {
  if (Object.keys(values).length > 0) await person.fill(values);
  const outcome = await person.submit();
  const open = await person.dialog();
  if (open === null || !isRefused(open)) return await told(person, outcome);
  await person.close();
  return whyNot(open);
}
