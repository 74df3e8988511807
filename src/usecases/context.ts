import type { Db } from "../../db/connect.ts";
import type { LinkedOfficer } from "../../db/queries/accounts.ts";
import type { Chat } from "../policy/vocabulary.ts";

/** What every use case stands on: the application's pool, the one clock, and the chats that are connected. */
export type Context = { readonly db: Db; readonly now: () => Date; readonly chats: ReadonlySet<Chat> };

/** The officer who acts, as read from the register at this click. */
export type Actor = LinkedOfficer;
