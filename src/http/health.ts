/** `GET /healthz`: the process answers. `GET /readyz`: it may be given traffic (DESIGN section 6). */
import { Router } from "express";

/** Each check answers with a fault in plain words, or nothing when it is well. */
export type ReadyCheck = () => Promise<string | undefined>;

/** Milliseconds after which a check that does not answer counts as failed. */
const PATIENCE = 2_000;

export function health(checks: Readonly<Record<string, ReadyCheck>>): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => void response.json({ ok: true }));
  router.get("/readyz", async (_request, response) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await within(check)] as const),
    );
    const faults = Object.fromEntries(results.filter(([, fault]) => fault !== undefined));
    const ok = Object.keys(faults).length === 0;
    response.status(ok ? 200 : 503).json(ok ? { ok } : { ok, faults });
  });
  return router;
}

async function within(check: ReadyCheck): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((done) => {
    timer = setTimeout(() => done("no answer in time"), PATIENCE);
  });
  try {
    return await Promise.race([check().catch(() => "cannot be reached"), late]);
  } finally {
    clearTimeout(timer);
  }
}
