/** `--slack TEAM/USER` or `--teams TENANT/AAD`: exactly one of them. */
import type { AccountKey } from "../../db/queries/accounts.ts";
import type { Chat } from "../policy/vocabulary.ts";
import { type Given, Misused } from "./command.ts";

export const CHAT_OPTIONS = { slack: { type: "string" }, teams: { type: "string" } } as const;

/** The chat that was named and its value. @throws Misused when none or both are given */
export function chatOption({ options: { slack, teams } }: Given): { readonly chat: Chat; readonly value: string } {
  if (typeof slack === "string" && teams === undefined) return { chat: "slack", value: slack.trim() };
  if (typeof teams === "string" && slack === undefined) return { chat: "teams", value: teams.trim() };
  throw new Misused("give either --slack or --teams");
}

/** The account that was named. Ids of Teams are compared in lower case. @throws Misused */
export function accountOption(given: Given): AccountKey {
  const { chat, value } = chatOption(given);
  const [tenant = "", account = "", ...more] = (chat === "teams" ? value.toLowerCase() : value).split("/");
  if (tenant !== "" && account !== "" && more.length === 0) return { chat, tenant, account };
  throw new Misused(
    chat === "slack"
      ? "--slack is TEAM/USER, such as T024/U042"
      : "--teams is TENANT/AAD, two ids with a slash between",
  );
}
