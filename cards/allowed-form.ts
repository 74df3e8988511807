/** "It was allowed": why, in a word. Field ids: why, reason. */
import { line } from "./blocks.ts";
import { optionsOf } from "./labels.ts";
import type { Form, Target } from "./model.ts";

export const ALLOWED_WHY = ["protected", "agreed", "on_behalf", "other"] as const;
const WHY_WORDS = {
  protected: "Safety, an appeal, a request for information or an election",
  agreed: "It was agreed before",
  on_behalf: "Somebody else acted for the customer",
  other: "Something else",
};

/** A reason as it is kept, the code and what was added, in words: "It was agreed before: …". */
export function allowedWords(reason: string): string {
  const why = ALLOWED_WHY.find((code) => reason === code || reason.startsWith(`${code}: `));
  return why === undefined ? reason : `${WHY_WORDS[why]}${reason.slice(why.length)}`;
}

export type AllowedFormFacts = { readonly target: Target; readonly ref?: string };

export function allowedForm({ target, ref }: AllowedFormFacts): Form {
  return {
    name: "allowed",
    title: "It was allowed",
    submit: "Confirm",
    intro: [line(`${ref ? `Alert ${ref}. ` : ""}The register team sees your answer.`)],
    fields: [
      {
        kind: "choice",
        id: "why",
        label: "Why was it allowed?",
        required: true,
        options: optionsOf(ALLOWED_WHY, WHY_WORDS),
      },
      {
        kind: "text",
        id: "reason",
        label: "Say more",
        hint: "Needed if you chose “Something else”.",
        required: false,
        multiline: true,
        maxLength: 1_000,
      },
    ],
    target,
  };
}
