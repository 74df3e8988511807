/** The real router on a real PostgreSQL, with one or more councils loaded and a token for each. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import type { Db } from "../../db/connect.ts";
import { isOutage } from "../../db/transaction.ts";
import { intakeRouter } from "../../src/intake/intake-router.ts";
import type { Chat } from "../../src/policy/vocabulary.ts";
import { hashOfToken } from "../../src/usecases/create-intake-token.ts";
import { importWorld } from "../../src/usecases/import-world/import-world.ts";
import { findToken } from "../../src/usecases/screen-contacts/find-token.ts";
import { screenContacts } from "../../src/usecases/screen-contacts/screen-contacts.ts";
import type { TestDatabase } from "../support/database.ts";

export type Council = { readonly id: string; readonly token: string };

/** Loads a world and issues a token for it. */
export async function aCouncil(
  db: TestDatabase,
  world: unknown,
  { sources = [], now = new Date() }: { sources?: string[]; now?: Date } = {},
): Promise<Council> {
  const outcome = await importWorld({ db: db.app, now: () => now })({ json: world, sandbox: true });
  if (outcome.code !== "imported") throw new Error(JSON.stringify(outcome.faults));
  return { id: outcome.organisation, token: await aToken(db, outcome.organisation, { sources }) };
}

/** Issues a token of an organisation. */
export async function aToken(
  db: TestDatabase,
  organisation: string,
  { sources = [], revoked = false }: { sources?: string[]; revoked?: boolean } = {},
): Promise<string> {
  const token = randomBytes(16).toString("hex");
  await db.owner.sql`
    insert into intake_token (organisation_id, id, name, hash, sources, created_at, revoked_at)
    values (${organisation}, gen_random_uuid(), ${token.slice(0, 8)}, ${hashOfToken(token)}, ${sources}, now(), ${revoked ? new Date().toISOString() : null})`;
  return token;
}

export type Options = {
  readonly now?: () => Date;
  readonly rate?: number;
  readonly log?: (facts: object, message: string) => void;
};

/** Serves POST /v1/contacts from `db` until `close`. */
export async function aBot(db: Db, { now = () => new Date(), rate = 1_000_000, log = () => {} }: Options = {}) {
  const chats: ReadonlySet<Chat> = new Set(["slack"]);
  const app = express();
  app.use(
    intakeRouter({
      screen: screenContacts({ db, now, chats }),
      findToken: findToken({ db }),
      isOutage,
      rate: { perSecond: rate },
      log: { error: log },
    }),
  );
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/contacts`;
  return { url, send: sender(url), close: () => void server.close() };
}

function sender(url: string) {
  return async (token: string | undefined, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: JSON.parse(text), text };
  };
}
