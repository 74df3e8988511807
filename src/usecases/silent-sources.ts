/** Which sources of contacts have gone silent: for the doctor and for /metrics. */
import { listOrganisations } from "../../db/queries/organisations.ts";
import { listSources } from "../../db/queries/sources.ts";
import { background, sqlOf } from "../../db/transaction.ts";
import { type Silence, silenceOf } from "../policy/intake/silence.ts";
import type { Context } from "./context.ts";
import { CHAT_SOURCE } from "./screen-from-chat.ts";

export type SourceSilence = {
  readonly organisation: { readonly id: string; readonly slug: string };
  readonly source: string;
  /** When a token was bound to it; null for one that only an unbound token lets in. */
  readonly boundSince: Date | null;
  readonly silence: Silence;
};

/**
 * Every source that a token in use may send, in every organisation, and whether it is heard as usual. What officers tell
 * of in the chat has no rhythm.
 */
export function silentSources({ db, now }: Pick<Context, "db" | "now">) {
  return async (): Promise<readonly SourceSilence[]> => {
    const [at, all] = [now(), [] as SourceSilence[]];
    for (const { id, slug } of await listOrganisations(db)) {
      const sources = await background(db, id, (tx) => listSources(sqlOf(tx), id));
      for (const { source, boundSince, arrivals } of sources)
        if (source !== CHAT_SOURCE)
          all.push({ organisation: { id, slug }, source, boundSince, silence: silenceOf(arrivals, at) });
    }
    return all;
  };
}
