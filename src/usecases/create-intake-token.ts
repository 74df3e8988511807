/** Keys to POST /v1/contacts: made, shown once, and revoked. Only the hash is kept (SCREENING section 7). */
import { createHash, randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import { appendAudit } from "../../db/queries/audit.ts";
import { addIntakeToken, revokeIntakeToken } from "../../db/queries/organisations.ts";
import { background } from "../../db/transaction.ts";
import type { Context } from "./context.ts";

export type CreateIntakeToken = {
  readonly organisation: string;
  /** Which system it is for. Unique in the organisation, revoked ones included. */
  readonly name: string;
  /** The `source` values that it may send; none means any. */
  readonly sources: readonly string[];
};

export type IntakeTokenOutcome = { readonly code: "created"; readonly token: string } | { readonly code: "name-taken" };

/** Makes a token. It is in the answer and nowhere else. */
export function createIntakeToken({ db, now }: Pick<Context, "db" | "now">) {
  return ({ organisation, name, sources }: CreateIntakeToken): Promise<IntakeTokenOutcome> =>
    background(db, organisation, async (tx) => {
      const [id, token, at] = [newId(), `rc_${randomBytes(32).toString("base64url")}`, now()];
      const row = {
        organisationId: organisation,
        id,
        name,
        hash: hashOfToken(token),
        sources: [...sources],
        createdAt: at,
      };
      if (!(await addIntakeToken(tx, row))) return { code: "name-taken" };
      await appendAudit(tx, {
        organisation,
        at,
        event: "intake-token-created",
        by: null,
        subject: { kind: "intake-token", id },
      });
      return { code: "created", token };
    });
}

/** Revokes a token by its name. @returns false when there is no such token in use */
export function revokeToken({ db, now }: Pick<Context, "db" | "now">) {
  return (organisation: string, name: string): Promise<boolean> =>
    background(db, organisation, async (tx) => {
      const at = now();
      const id = await revokeIntakeToken(tx, organisation, { name, now: at });
      if (id === undefined) return false;
      await appendAudit(tx, {
        organisation,
        at,
        event: "intake-token-revoked",
        by: null,
        subject: { kind: "intake-token", id },
      });
      return true;
    });
}

/** What is kept of a token: its SHA-256 in hexadecimal. Its 256 random bits need no salt. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
