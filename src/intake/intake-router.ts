/** `POST /v1/contacts`: how phone systems, mail gateways and web forms report contacts (SCREENING section 1). */
import { type Request, type Response, Router } from "express";
import { ContactBatch } from "../policy/screening/contact.ts";
import { type Rate, rateLimit } from "./rate-limit.ts";
import { readBody } from "./read-body.ts";
import { type Refusal, refuse } from "./refusal.ts";

type Token = {
  readonly organisation: string;
  readonly id: string;
  readonly sources: readonly string[];
  readonly revoked: boolean;
};

export type IntakeParts = {
  readonly screen: (request: {
    readonly organisation: string;
    readonly source: string;
    readonly contacts: readonly unknown[];
  }) => Promise<readonly unknown[]>;
  readonly findToken: (token: string) => Promise<Token | undefined>;
  /** Whether an error says that the database is away. */
  readonly isOutage: (error: unknown) => boolean;
  readonly rate: Rate;
  readonly log: { readonly error: (facts: object, message: string) => void };
};

const MOST_CONTACTS = 1_000;

/** A router that touches no other route: its body parser runs on its own only, and every answer is JSON. */
export function intakeRouter(parts: IntakeParts): Router {
  const router = Router();
  const mayPass = rateLimit(parts.rate);
  router.post("/v1/contacts", async (request, response) => {
    try {
      const answer = await answerTo(request, response, { ...parts, mayPass });
      if (answer.code === "screened") response.json({ results: answer.results });
      else refuse(response, answer);
    } catch (error) {
      refuse(response, failure(error, parts));
    }
  });
  return router;
}

type Answer = { readonly code: "screened"; readonly results: readonly unknown[] } | Refusal;
type Parts = IntakeParts & { readonly mayPass: ReturnType<typeof rateLimit> };

/** Who asks comes before what they ask: a stranger's body is not read. */
async function answerTo(request: Request, response: Response, { findToken, mayPass, screen }: Parts): Promise<Answer> {
  const token = await tokenOf(request, findToken);
  if (token === undefined) return { code: "unauthorised" };
  if (token.revoked) return { code: "token-revoked" };

  const body = await readBody(request, response);
  if (body.code !== "read") return body;
  if (hasTooMany(body.json)) return { code: "too-many-contacts", most: MOST_CONTACTS };
  const batch = ContactBatch.safeParse(body.json);
  if (!batch.success)
    return {
      code: "not-the-shape",
      errors: batch.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
    };

  const { source, contacts } = batch.data;
  if (token.sources.length > 0 && !token.sources.includes(source)) return { code: "source-not-allowed" };
  const pass = mayPass(token.id, contacts.length);
  if (pass.code === "wait") return { code: "too-fast", seconds: pass.seconds };
  return { code: "screened", results: await screen({ organisation: token.organisation, source, contacts }) };
}

async function tokenOf(request: Request, findToken: IntakeParts["findToken"]): Promise<Token | undefined> {
  const [, token] = /^Bearer +(\S+) *$/i.exec(request.get("authorization") ?? "") ?? [];
  return token === undefined ? undefined : await findToken(token);
}

function hasTooMany(json: unknown): boolean {
  if (typeof json !== "object" || json === null || !("contacts" in json)) return false;
  return Array.isArray(json.contacts) && json.contacts.length > MOST_CONTACTS;
}

/** The message of an error may quote a person's data: only its name and code are written down. */
function failure(error: unknown, { isOutage, log }: IntakeParts): Refusal {
  const facts = error instanceof Error ? { error: error.name, ...("code" in error ? { code: error.code } : {}) } : {};
  const outage = isOutage(error);
  log.error(facts, outage ? "contacts were refused: the register cannot be read" : "contacts could not be screened");
  return outage ? { code: "register-unavailable", seconds: 5 } : { code: "failed" };
}
