/** What Teams accepts as a card and as an activity. */
import { z } from "zod";
import { CARD_VERSION } from "./limits.ts";
import type { CardContent } from "./state.ts";

const ADAPTIVE = "application/vnd.microsoft.card.adaptive";

/** An Adaptive Card of a version that Teams draws. */
export const AdaptiveCard = z.looseObject({
  type: z.literal("AdaptiveCard"),
  version: z
    .string()
    .refine((version) => Number(version) <= CARD_VERSION, `Teams draws versions up to ${CARD_VERSION}`),
  body: z.array(z.looseObject({ type: z.string() })).optional(),
  actions: z.array(z.looseObject({ type: z.string() })).optional(),
});

export const Attachment = z.object({ contentType: z.literal(ADAPTIVE), content: AdaptiveCard });

export const Activity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  summary: z.string().optional(),
  recipient: z.looseObject({ id: z.string().optional() }).optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).optional(),
});
export type Activity = z.infer<typeof Activity>;

/** The cards of an activity, or the path of what is wrong with one. */
export function cardsOf({ attachments = [] }: Activity): { cards: CardContent[] } | { fault: string } {
  const adaptive = attachments
    .filter((one) => one.contentType === ADAPTIVE)
    .map((one) => AdaptiveCard.safeParse(one.content));
  const bad = adaptive.find((one) => !one.success);
  if (bad?.error !== undefined) return { fault: z.prettifyError(bad.error) };
  return { cards: adaptive.flatMap((one) => (one.success ? [one.data] : [])) };
}
