/** `PUT /test/clock {"now": ISO}`: sets the one clock, and answers when all that fell due is done (DESIGN section 6). */
import express, { Router } from "express";
import { z } from "zod";

const Body = z.object({ now: z.iso.datetime({ offset: true }) });

export type TestClockDeps = { readonly set: (to: Date) => void; readonly settle: () => Promise<void> };

export function testClock({ set, settle }: TestClockDeps): Router {
  const router = Router();
  router.put("/test/clock", express.json({ limit: "1kb" }), async (request, response) => {
    const body = Body.safeParse(request.body);
    if (!body.success)
      return void response.status(422).json({ error: 'send {"now": "2026-03-03T09:00:00Z"}, a time with an offset' });
    set(new Date(body.data.now));
    await settle();
    response.json({ now: body.data.now });
  });
  return router;
}
