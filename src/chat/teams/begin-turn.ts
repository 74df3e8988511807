/** From a verified activity to the act: whose tenant it is, which desk answers, where the person can be written to. */
import { errorName } from "../log.ts";
import { type Activity, accountOf, isPersonal, placeOf, tenantsOf } from "./activity.ts";
import { CLOSED_DESK } from "./ask.ts";
import type { Front } from "./front.ts";
import { TurnHandler } from "./handler.ts";
import { createWhisper } from "./whisper.ts";

/** What handles the activity, by `until` on the clock of `performance.now()`; `undefined` for a tenant that is not ours. */
export async function beginTurn(front: Front, activity: Activity, until: number): Promise<TurnHandler | undefined> {
  const verdict = await front.tenancy(tenantsOf(activity));
  if (verdict === "foreign") return undefined;
  if (verdict === "ours") remember(front, activity);

  const { inFlight, log } = front;
  const desk = verdict === "ours" ? front.desk : CLOSED_DESK;
  const counter = { desk, until, inFlight, log };
  return new TurnHandler({ activity, from: accountOf(activity), counter, whisper: createWhisper(front, activity) });
}

/** The answer does not wait for it. */
function remember({ rememberConversation, heardFrom, inFlight, log }: Front, activity: Activity): void {
  const account = accountOf(activity);
  heardFrom(account.tenant, activity.serviceUrl);
  if (!isPersonal(activity) || account.account === "") return;
  inFlight.beside(
    () => rememberConversation(account, placeOf(activity)),
    (error) => log.error({ error: errorName(error) }, "teams-conversation-not-remembered"),
  );
}
