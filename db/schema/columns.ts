/** Columns that many tables share. */
import { sql } from "drizzle-orm";
import { check, pgEnum, timestamp, uuid } from "drizzle-orm/pg-core";
import {
  CHANNELS,
  CHATS,
  DIRECTIONS,
  IDENTIFIER_KINDS,
  OFFICER_STATUSES,
  OUTCOMES,
  RESTRICTION_KINDS,
} from "../../src/policy/vocabulary.ts";

export const chatEnum = pgEnum("chat", CHATS);
export const channelEnum = pgEnum("channel", CHANNELS);
export const directionEnum = pgEnum("direction", DIRECTIONS);
export const outcomeEnum = pgEnum("outcome", OUTCOMES);
export const identifierKindEnum = pgEnum("identifier_kind", IDENTIFIER_KINDS);
export const officerStatusEnum = pgEnum("officer_status", OFFICER_STATUSES);
export const restrictionKindEnum = pgEnum("restriction_kind", RESTRICTION_KINDS);

/** Every row belongs to one organisation; row-level security goes by this column (DESIGN decision 9). */
export const organisationId = () => uuid("organisation_id").notNull();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const id = () => uuid("id").notNull();

/** Keeps a text column to one of a fixed set of words. */
export const oneOf = (name: string, column: string, words: readonly string[]) =>
  check(name, sql.raw(`"${column}" in (${words.map((word) => `'${word}'`).join(", ")})`));
