/**
 * What each kind of restriction must be told (SCREENING section 4). A long file on purpose: it is a table.
 * A key that the kind does not know is refused, and so is a restriction that would restrict nothing.
 */
import { z } from "zod";
import { Channel, type RestrictionKind, Weekday } from "../vocabulary.ts";

const Words = z.string().trim().min(1, "must not be empty");
const Channels = z.array(Channel).min(1, "name at least one channel");
const listOf = (what: string) => z.array(Words).min(1, `name at least one ${what}`);

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const From = z.string().regex(TIME, "must be a time such as 10:00");
const To = z.string().refine((time) => TIME.test(time) || time === "24:00", "must be a time such as 12:00, or 24:00");
const Window = z
  .strictObject({ from: From, to: To })
  // Of a time that is missing its own fault says enough.
  .refine(({ from, to }) => to === "" || from < to, { path: ["to"], message: "must be later than from" });

const CallTimes = z
  .strictObject({
    days: z.array(Weekday).min(1, "name at least one day").optional(),
    windows: z.array(Window).min(1, "name at least one window").optional(),
    maxMinutes: z.number().positive("must be more than 0").optional(),
    maxPerWeek: z.int().nonnegative("must be 0 or more").optional(),
  })
  .refine((limits) => Object.values(limits).some((limit) => limit !== undefined), {
    message: "give days, windows, maxMinutes or maxPerWeek",
  });

const TopicClosed = z
  .strictObject({ topicRefs: z.array(Words).default([]), keywords: z.array(Words).default([]), reader: Words })
  .refine(({ topicRefs, keywords }) => topicRefs.length + keywords.length > 0, {
    message: "give topicRefs or keywords",
  });

export const PARAMETERS = {
  third_party_only: z.strictObject({ channels: Channels.default(["phone"]) }),
  no_email: z.strictObject({}),
  premises_by_appointment: z.strictObject({ premises: listOf("premises").optional() }),
  named_officer: z.strictObject({ officer: Words, deputy: Words.optional(), channels: Channels.optional() }),
  call_times: CallTimes,
  witnessed: z.strictObject({}),
  topic_closed: TopicClosed,
  social_media: z.strictObject({ platforms: listOf("platform").optional(), mode: z.enum(["denied", "restricted"]) }),
  home_visits: z.strictObject({ mode: z.enum(["none", "pairs"]) }),
  no_contact_with_officers: z.strictObject({ officers: listOf("officer") }),
  channels_only: z.strictObject({ channels: Channels }),
  all_contact: z.strictObject({}),
} as const satisfies Record<RestrictionKind, z.ZodType>;

/** The parameters of one kind, with its defaults filled in. */
export type Parameters<K extends RestrictionKind> = z.infer<(typeof PARAMETERS)[K]>;
