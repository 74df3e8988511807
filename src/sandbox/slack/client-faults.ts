/** What Slack's own client refuses to send. */
import type { Inputs } from "../wire.ts";
import type { Block } from "./block-kit.ts";
import { elementsOf, type Found } from "./elements.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What Slack's own client says beside the fields before it sends anything. */
export function clientFaults(blocks: readonly Block[], inputs: Inputs): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const found of elementsOf(blocks).filter((one) => one.isInput)) {
    const fault = clientFault(found, inputs[found.blockId]?.[found.actionId] ?? null);
    if (fault !== undefined) faults[found.blockId] = fault;
  }
  return faults;
}

function clientFault({ element, required }: Found, given: string | string[] | null): string | undefined {
  if (given === null || given.length === 0) return required ? "Please complete this required field." : undefined;
  const { max_length: max, min_length: min } = element;
  if (typeof max === "number" && given.length > max) return `Please use ${max} characters or fewer.`;
  if (typeof min === "number" && given.length < min) return `Please use at least ${min} characters.`;
  return element["type"] === "number_input" ? numberFault(element, Number(given)) : undefined;
}

function numberFault(element: Fields, given: number): string | undefined {
  const { min_value: min, max_value: max, is_decimal_allowed: decimal } = element;
  if (Number.isNaN(given) || (decimal !== true && !Number.isInteger(given))) return "Please enter a valid number.";
  if (typeof min === "string" && given < Number(min)) return `Please enter a number of ${min} or more.`;
  return typeof max === "string" && given > Number(max) ? `Please enter a number of ${max} or less.` : undefined;
}
