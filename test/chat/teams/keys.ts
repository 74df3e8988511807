/** A stand-in for Microsoft's sign-in: the Bot Service's keys, tokens signed with them, and tokens for the bot. */
import { createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import express, { type Express } from "express";

export const BOT_SERVICE = "https://api.botframework.com";

export type Claims = Readonly<Record<string, unknown>>;
export type Keys = {
  /** Signs a token; `kid` and `key` can be another's. */
  readonly sign: (claims: Claims, forged?: { readonly key?: "another"; readonly kid?: string }) => string;
  /** The bearer tokens that the bot was given, and what it asked with. */
  readonly granted: string[];
  readonly asked: Readonly<Record<string, string>>[];
  /** The status of the next token request. */
  answerWith: number;
};

/** Made once in a worker: two keys take longer than most tests. */
const [own, other] = [pair(), pair()];
function pair() {
  return generateKeyPairSync("rsa", { modulusLength: 2048 });
}
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");

/** Mounts the metadata, the key set and the token address under `/login`. */
export function mountKeys(app: Express, address: () => string): Keys {
  const kid = randomUUID();
  const keys: Keys = {
    granted: [],
    asked: [],
    answerWith: 200,
    sign: (claims, { key, kid: named = kid } = {}) => {
      const head = `${encode({ alg: "RS256", typ: "JWT", kid: named })}.${encode(claims)}`;
      const signer = createSign("RSA-SHA256").update(head);
      return `${head}.${signer.sign(key === "another" ? other.privateKey : own.privateKey).toString("base64url")}`;
    },
  };
  app.get("/login/openid", (_request, response) => {
    response.json({ issuer: BOT_SERVICE, jwks_uri: `${address()}/login/keys` });
  });
  app.get("/login/keys", (_request, response) => {
    response.json({
      keys: [{ ...own.publicKey.export({ format: "jwk" }), kid, use: "sig", endorsements: ["msteams"] }],
    });
  });
  app.post("/login/:tenant/oauth2/v2.0/token", express.urlencoded(), (request, response) => {
    keys.asked.push({ tenant: request.params.tenant, ...(request.body as Record<string, string>) });
    if (keys.answerWith !== 200) return void response.status(keys.answerWith).json({ error: "invalid_client" });
    const token = randomUUID();
    keys.granted.push(token);
    response.json({ token_type: "Bearer", expires_in: 3_600, access_token: token });
  });
  return keys;
}
