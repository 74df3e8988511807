/** The three places of Block Kit, tied to the local Slack workspace: a message, an open view, App Home. */
import type { Inputs, SlackOptionsAnswer, SlackView } from "../../../wire.ts";
import { confirmed } from "../confirm.ts";
import { BELOW, type Stage } from "../stage.ts";
import { ask } from "../talk.ts";
import { inputsOf } from "./fields.ts";
import type { Surface } from "./surface.ts";

type Spot = { readonly conversation: string; readonly message: string } | { readonly view: string };
type Drawn = { readonly inputs: Inputs; readonly errors: SlackView["errors"] };

/** `around` is the element that holds the blocks: its fields travel with every press. */
export function surfaceOf(stage: Stage, at: Spot, { around, drawn }: { around: HTMLElement; drawn: Drawn }): Surface {
  return {
    names: stage.names,
    ...drawn,
    press: async (press, control) => {
      const body = { in: at, ...press, inputs: inputsOf(around) };
      await stage.act({ route: "/press", body, around, control, shownAt: "message" in at ? at.message : BELOW });
    },
    options: async (asked) => {
      const answer = await ask<SlackOptionsAnswer>(`${stage.persona.path}/options`, { in: at, ...asked });
      return answer?.options ?? [];
    },
    confirmed: (confirm) => confirmed(confirm, stage.names),
  };
}
