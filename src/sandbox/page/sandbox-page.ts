/** The web page of the sandbox as a router: its files, the facts it is drawn from, and the simulated contacts. */
import express, { type RequestHandler, Router } from "express";
import { onlyLoopback } from "../loopback.ts";
import { asset } from "./assets.ts";
import { type Intake, Simulated, sendContact } from "./contacts.ts";
import type { SandboxFacts } from "./facts.ts";

export type { Intake } from "./contacts.ts";
export type { SandboxFacts } from "./facts.ts";

export type SandboxPage = {
  readonly facts: () => SandboxFacts | Promise<SandboxFacts>;
  /** Where contacts of a council are handed in; nothing for a council that is not known. */
  readonly intake: (council: string) => Intake | undefined;
};

/** `style-src` allows inline styles because the Adaptive Cards renderer sets them; scripts come from files only. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves `GET /`, `/-/page/…`, `/-/sandbox.json` and `POST /-/contacts`, to this machine only. */
export function sandboxPage({ facts, intake }: SandboxPage): Router {
  const router = Router();
  router.use(["/-/page", "/-/sandbox.json", "/-/contacts"], onlyLoopback);
  router.get(
    "/",
    onlyLoopback,
    file(() => "index.html"),
  );
  router.get(
    "/-/page/*path",
    file((path) => path),
  );
  router.get("/-/sandbox.json", async (_request, response) => {
    response.set("cache-control", "no-store").json(await facts());
  });
  router.post("/-/contacts", express.json({ limit: "100kb" }), simulate(intake));
  return router;
}

function file(addressOf: (path: string) => string): RequestHandler {
  return (request, response) => {
    const found = asset(addressOf(request.path.slice("/-/page/".length)));
    if (found === undefined) return void response.status(404).json({ ok: false, error: "There is no such file." });
    response.set({ "content-type": found.type, "content-security-policy": POLICY, "cache-control": "no-cache" });
    response.set({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" }).send(found.text);
  };
}

function simulate(intake: SandboxPage["intake"]): RequestHandler {
  return async (request, response) => {
    const asked = Simulated.safeParse(request.body);
    if (!asked.success)
      return void response.status(400).json({ ok: false, error: "This is not a contact to simulate." });
    const to = intake(asked.data.council);
    if (to === undefined) return void response.status(404).json({ ok: false, error: "There is no such council here." });
    response.json(await sendContact(to, asked.data.contact));
  };
}
