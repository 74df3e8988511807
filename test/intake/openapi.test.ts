/** The published description of the intake says what the intake does: checked against the scenarios and the schema itself. */

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApiRouter } from "../../src/intake/openapi.ts";
import { readContact } from "../../src/policy/screening/read-contact.ts";

type Scenario = { readonly name: string; readonly contacts: readonly unknown[] };
const { scenarios } = JSON.parse(readFileSync(new URL("../fixtures/screening.json", import.meta.url), "utf8")) as {
  scenarios: readonly Scenario[];
};

let document: {
  openapi: string;
  paths: Record<string, { post: { requestBody: { content: Record<string, { schema: object }> }; responses: object } }>;
};
let close: () => void;
beforeAll(async () => {
  const server = express().use(openApiRouter()).listen(0, "127.0.0.1");
  await once(server, "listening");
  close = () => server.close();
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  document = (await (await fetch(`http://127.0.0.1:${port}/v1/openapi.json`)).json()) as typeof document;
});
afterAll(() => close());

describe("GET /v1/openapi.json", () => {
  it("is OpenAPI 3.1 and names every refusal of the contract", () => {
    expect(document.openapi).toBe("3.1.0");
    const responses = Object.keys(document.paths["/v1/contacts"]?.post.responses ?? {});
    expect(responses).toEqual(["200", "401", "403", "413", "415", "422", "429", "503"]);
  });

  it("takes every contact of the scenarios that the intake accepts", () => {
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const schema = document.paths["/v1/contacts"]?.post.requestBody.content["application/json"]?.schema ?? {};
    const takes = ajv.compile(schema);
    const accepted = scenarios.flatMap(({ contacts }) =>
      contacts.filter((raw) => readContact(raw).status === "accepted"),
    );
    const refused = accepted.filter((contact) => !takes({ source: "phone-system", contacts: [contact] }));
    expect(accepted.length).toBeGreaterThan(300);
    expect(refused).toEqual([]);
    expect(takes({ source: "phone-system", contacts: [{ id: "c-1" }] })).toBe(false);
  });
});
