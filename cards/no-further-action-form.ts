/** Closing a report takes a reason. Field ids: reason. */
import { line } from "./blocks.ts";
import type { Form, Target } from "./model.ts";

export type NoFurtherActionFacts = { readonly target: Target; readonly ref: string };

export function noFurtherActionForm({ target, ref }: NoFurtherActionFacts): Form {
  return {
    name: "no-further-action",
    title: "No further action",
    submit: "No further action",
    intro: [line(`This closes report ${ref}. The reporter is told that there is no further action.`)],
    fields: [
      {
        kind: "text",
        id: "reason",
        label: "Why?",
        hint: "It is kept with the report.",
        required: true,
        multiline: true,
        maxLength: 2_000,
      },
    ],
    target,
  };
}
