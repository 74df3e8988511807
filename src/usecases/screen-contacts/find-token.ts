import type { Db } from "../../../db/connect.ts";
import { findIntakeToken, type IntakeToken } from "../../../db/queries/screening/token.ts";
import { hashOfToken } from "../create-intake-token.ts";

/** The intake token with this text, revoked ones too; nothing when nobody issued it. Only its hash is looked up. */
export function findToken({ db }: { readonly db: Db }) {
  return async (token: string): Promise<IntakeToken | undefined> => await findIntakeToken(db, hashOfToken(token));
}
