/** Whether a person can be written to, without writing to them. */
import type { WebClient } from "@slack/web-api";
import type { AccountState } from "../messenger.ts";
import { failureOf } from "./failure.ts";

/** `not-found` also for somebody who was deactivated: their direct messages arrive nowhere. */
export async function reaches(client: WebClient, account: string): Promise<AccountState> {
  try {
    const { user } = await client.users.info({ user: account });
    return user?.deleted === true || user?.is_bot === true ? "not-found" : "reachable";
  } catch (error) {
    const failure = failureOf(error);
    return failure.kind === "refused" && failure.reason === "person_not_found" ? "not-found" : "unreachable";
  }
}
