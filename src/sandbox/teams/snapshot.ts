/** What a Teams tenant keeps over a restart. */
import { z } from "zod";
import { KEPT_HISTORY, KEPT_MESSAGE } from "../history.ts";
import { AdaptiveCard } from "./cards.ts";

const Body = z.object({
  cards: z.array(AdaptiveCard),
  summary: z.string(),
  personal: z.record(z.string(), AdaptiveCard),
});

export const TeamsSnapshot = z.object({
  version: z.literal(1),
  ...KEPT_HISTORY,
  messages: z.array(z.object({ ...KEPT_MESSAGE, body: Body })),
  /** By user id. Whom it does not name has the bot or not as the options say. */
  hasBot: z.record(z.string(), z.boolean()),
});
