/** What the bot answered to a simulated contact, in words. */
import type { SimulatedAnswer } from "../../facts.ts";
import { h } from "../dom.ts";

/** The outcomes of screening as a person reads them. */
const WORDS: Readonly<Record<string, string>> = {
  breach: "Outside an arrangement. The officer and the register's channel are told.",
  conditional: "Allowed only if something not yet known is true.",
  permitted: "Allowed: it keeps to the arrangement.",
  possible_match: "Perhaps a customer on the register. Only the register team is told.",
  clear: "Nobody with an arrangement in force.",
  not_checked: "Not checked: there was nothing to recognise anybody by.",
};

type Result = {
  readonly status?: string;
  readonly outcome?: string;
  readonly errors?: readonly { readonly message: string }[];
};

/** The words to say, and the elements to show. */
export function resultOf(answer: SimulatedAnswer): { words: string; drawn: HTMLElement[] } {
  if (!answer.ok) return { words: answer.error, drawn: [h("p", { class: "notice failed" }, answer.error)] };
  const result = firstResult(answer.body);
  const failed = result?.outcome === undefined;
  const words = wordsOf(result, answer.status);
  const whole = h(
    "details",
    { class: "raw" },
    h("summary", {}, "The whole answer"),
    h("pre", { tabindex: 0 }, JSON.stringify(answer.body, null, 2)),
  );
  const title = failed
    ? null
    : h("strong", { class: `outcome ${result.outcome}` }, `${titleOf(result.outcome ?? "")}.`);
  return {
    words,
    drawn: [h("p", { class: `notice ${failed ? "failed" : ""}` }, title, title ? " " : null, words), whole],
  };
}

function titleOf(outcome: string): string {
  return outcome.replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase());
}

function wordsOf(result: Result | undefined, status: number): string {
  if (result?.status === "rejected")
    return `Not accepted: ${result.errors?.map(({ message }) => message).join(" ") ?? ""}`;
  if (result?.outcome !== undefined) return WORDS[result.outcome] ?? "";
  return `The bot did not take the contact (status ${status}).`;
}

function firstResult(body: unknown): Result | undefined {
  if (typeof body !== "object" || body === null || !("results" in body) || !Array.isArray(body.results))
    return undefined;
  return body.results[0] as Result | undefined;
}
