import type { Db } from "../../connect.ts";

/** An intake token as the register knows it. `sources`: empty for any source. */
export type IntakeToken = {
  readonly organisation: string;
  readonly id: string;
  readonly sources: readonly string[];
  readonly revoked: boolean;
};

/** The token with this SHA-256, before the organisation is known; nothing when nobody issued it. */
export async function findIntakeToken(db: Db, hash: string): Promise<IntakeToken | undefined> {
  const [row] = await db.sql<IntakeToken[]>`
    select organisation_id as organisation, id, sources, revoked from app.token_look_up(${hash})`;
  return row;
}
