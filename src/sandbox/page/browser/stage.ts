/** What everything that is drawn for one persona shares: who it is, and how to act as them. */
import type { Outcome } from "../../wire.ts";
import { announce } from "./announce.ts";
import { busy } from "./busy.ts";
import type { Persona } from "./places.ts";
import type { Names } from "./slack/mrkdwn.ts";
import { post } from "./talk.ts";

export type Act = {
  /** Below the person's own path: "/press". */
  readonly route: string;
  readonly body: unknown;
  /** What waits meanwhile, and the control that started it. */
  readonly around: HTMLElement;
  readonly control: HTMLElement;
  /** Where the answer is shown: a message id, or `BELOW` for the message box. */
  readonly shownAt: string;
};

/** The place of answers that belong to no message. */
export const BELOW = "below";

export type Stage = {
  readonly persona: Persona;
  readonly names: Names;
  readonly act: (act: Act) => Promise<Outcome>;
};

type Deps = {
  readonly notice: (shownAt: string, outcome: Outcome | undefined) => void;
  readonly refresh: () => Promise<void>;
};

export function stageFor(persona: Persona, { notice, refresh }: Deps): Stage {
  const { place } = persona;
  const known = new Map([...place.people, ...place.channels, place.bot].map(({ id, name }) => [id, name]));
  return {
    persona,
    names: (id) => known.get(id),
    act: async ({ route, body, around, control, shownAt }) => {
      let outcome: Outcome = { ok: true };
      await busy(around, control, async () => {
        notice(shownAt, undefined);
        outcome = await post(`${persona.path}${route}`, body);
        await refresh();
        notice(shownAt, outcome);
        const words = outcome.ok ? outcome.said : outcome.error;
        if (words) announce(words);
      });
      return outcome;
    },
  };
}
