/** Where blocks are drawn: a message, a modal or App Home. What the elements need to know of it, and what they can do. */
import type { Inputs } from "../../../wire.ts";
import type { Suggestion } from "../typeahead.ts";
import type { Confirm } from "./block-kit.ts";
import type { Names } from "./mrkdwn.ts";

export type Press = { readonly blockId: string; readonly actionId: string; readonly chosen?: string | string[] };

export type Surface = {
  readonly names: Names;
  /** What is in the fields already: typed before, or refused. */
  readonly inputs: Inputs;
  /** By block_id. */
  readonly errors: Readonly<Record<string, string>>;
  /** Sends a press; comes back when the bot has answered. */
  readonly press: (press: Press, control: HTMLElement) => Promise<void>;
  readonly options: (asked: { blockId: string; actionId: string; query: string }) => Promise<readonly Suggestion[]>;
  /** Whether the person says yes. */
  readonly confirmed: (confirm: Confirm) => Promise<boolean>;
};

/** One element's place: what it is called, and whether a change is sent at once. */
export type Spot = {
  readonly surface: Surface;
  readonly blockId: string;
  readonly id: string;
  /** The name for screen readers where no label is drawn. */
  readonly name: string;
  readonly describedBy: string | undefined;
  readonly sends: boolean;
  readonly required: boolean;
};

export function given(spot: Spot, actionId: string): string | string[] | null | undefined {
  return spot.surface.inputs[spot.blockId]?.[actionId];
}
