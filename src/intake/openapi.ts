/** `GET /v1/openapi.json`: the description of the intake, made from the schemas that check it (OpenAPI 3.1). */
import { Router } from "express";
import { z } from "zod";
import { Contact } from "../policy/screening/contact.ts";
import { Handling, Outcome, RestrictionKind, Tier } from "../policy/vocabulary.ts";

const Fault = z.object({ path: z.string(), message: z.string() });
const Restriction = z.object({
  id: z.string(),
  kind: RestrictionKind,
  clause: z.string().nullable(),
  outcome: Outcome.extract(["breach", "conditional", "permitted"]),
});
const Screened = z.object({
  id: z.string(),
  status: z.enum(["accepted", "duplicate"]),
  outcome: Outcome,
  match: z.object({ tier: Tier, customerRef: z.string().optional() }).nullable(),
  restrictions: z.array(Restriction),
  handling: z.array(Handling),
  alertId: z.string().nullable(),
  notes: z.array(z.enum(["unknown_officer", "unknown_service"])).optional(),
});
const Rejected = z.object({ id: z.string().nullable(), status: z.literal("rejected"), errors: z.array(Fault) });
const Request = z.object({ source: z.string().min(1).max(200), contacts: z.array(Contact).min(1).max(1000) });
const Answer = z.object({ results: z.array(z.union([Screened, Rejected])) });
const Refused = z.object({ error: z.string(), message: z.string(), errors: z.array(Fault).optional() });

const jsonOf = (schema: z.ZodType) => ({ "application/json": { schema: z.toJSONSchema(schema, { io: "input" }) } });
const refused = (description: string) => ({ description, content: jsonOf(Refused) });

/** SCREENING section 1: the whole-request faults; a bad contact is never one of them. */
const REFUSALS = {
  401: refused("No token, or one that nobody issued."),
  403: refused("The token was revoked, or is not bound to this source."),
  413: refused("Over 1,000 contacts or 4 MB."),
  415: refused("The body is not JSON."),
  422: refused("The body is not of this shape."),
  429: {
    ...refused("More contacts a second than the token may send."),
    headers: { "Retry-After": { schema: { type: "integer" }, description: "Seconds." } },
  },
  503: refused("The register cannot be read. Nothing was written: send it again."),
} as const;

const DOCUMENT = {
  openapi: "3.1.0",
  info: {
    title: "Contacts",
    version: "1",
    description:
      "A phone system, a mail gateway or a web form says who made contact and whom they reached. The answer says whether that keeps to what was decided.",
  },
  security: [{ intakeToken: [] }],
  paths: {
    "/v1/contacts": {
      post: {
        operationId: "sendContacts",
        summary: "Screen contacts",
        description:
          "One result for each contact, in the same order. The same source and id again gets the first answer again. An accepted contact is stored before the answer is sent.",
        requestBody: { required: true, content: jsonOf(Request) },
        responses: {
          200: {
            description: "One result for each contact; one bad contact never loses the others.",
            content: jsonOf(Answer),
          },
          ...REFUSALS,
        },
      },
    },
  },
  components: {
    securitySchemes: {
      intakeToken: { type: "http", scheme: "bearer", description: "npm run register -- intake-token" },
    },
  },
} as const;

export function openApiRouter(): Router {
  const router = Router();
  router.get("/v1/openapi.json", (_request, response) => void response.json(DOCUMENT));
  return router;
}
