/** The people's routes: each is a line of a table, its body read by zod, its answer JSON. */
import express, { type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import type { Changes } from "./changes.ts";
import type { Faults } from "./faults.ts";
import { onlyLoopback } from "./loopback.ts";
import type { Rooms } from "./rooms.ts";
import { COMMON_ROUTES, Fault, type Outcome, type Place } from "./wire.ts";

export type Door = (request: Request, response: Response) => unknown;

/** Reads the body; what does not fit is answered with 400 and the path of the fault. */
export function withBody<T>(shape: z.ZodType<T>, run: (person: string, body: T) => unknown): Door {
  return (request, response) => {
    const body = shape.safeParse(request.body ?? {});
    if (body.success) return run(personOf(request), body.data);
    response.status(400);
    return { ok: false, error: z.prettifyError(body.error) };
  };
}

export const forPerson =
  (run: (person: string) => unknown): Door =>
  (request) =>
    run(personOf(request));
const personOf = (request: Request): string => String(request.params["person"]);

type Entrance = {
  readonly knows: (person: string) => boolean;
  readonly changes: Changes;
  readonly doors: Readonly<Record<string, Door>>;
};

/**
 * A router with the loopback guard and these doors; the people's routes refuse whom the place does not know. What a
 * person sees is not read again for somebody who has it as it is (304).
 */
export function openDoors({ knows, changes, doors }: Entrance): Router {
  const router = Router();
  router.use(onlyLoopback);
  router.use("/-", express.json({ limit: "1mb" }));
  router.param("person", (_request, response, next, person: string) => {
    if (knows(person)) return next();
    response.status(404).json({ ok: false, error: "Nobody here has that id." });
  });
  router.get("/-/people/:person/*what", unlessSeen(changes));
  for (const [route, door] of Object.entries(doors)) open(router, route, door);
  return router;
}

function open(router: Router, route: string, door: Door): void {
  const [method, path] = route.split(" ");
  if (path === undefined) throw new Error(`not a route: ${route}`);
  const handler = async (request: Request, response: Response) => {
    const answer = await door(request, response);
    if (!response.headersSent) response.json(answer);
  };
  if (method === "GET") router.get(path, handler);
  else if (method === "DELETE") router.delete(path, handler);
  else router.post(path, handler);
}

/** The header is compared as it is: `fetch` adds "no-cache" to it, which Express takes for a wish to have all of it. */
function unlessSeen({ mark }: Changes): RequestHandler {
  return (request, response, next) => {
    response.set("etag", mark());
    if (request.headers["if-none-match"] === mark()) response.status(304).end();
    else next();
  };
}

export type Shared<B> = {
  readonly place: () => Place;
  readonly rooms: Rooms<B>;
  readonly faults: Faults;
  readonly changes: Changes;
  readonly messages: (person: string, conversation: string) => readonly unknown[];
};

/** ?conversation=, when it was given once. */
function oneConversation(request: Request): string | undefined {
  const given = request.query["conversation"];
  return typeof given === "string" ? given : undefined;
}

const done: Outcome = { ok: true };

/** The doors that both chats have. `say` is each chat's own. */
export function sharedDoors<B>({ place, rooms, faults, changes, messages }: Shared<B>): Record<string, Door> {
  const conversation = (request: Request) => String(request.params["conversation"]);
  return {
    [COMMON_ROUTES.place]: place,
    [COMMON_ROUTES.conversations]: forPerson((person) => rooms.summaries(person)),
    [COMMON_ROUTES.messages]: (request) => messages(personOf(request), conversation(request)),
    [COMMON_ROUTES.read]: (request) => {
      rooms.read(personOf(request), conversation(request));
      return done;
    },
    [COMMON_ROUTES.unread]: () => Object.fromEntries(place().people.map(({ id }) => [id, rooms.unread(id)])),
    [COMMON_ROUTES.log]: (request) => rooms.log(oneConversation(request)),
    [COMMON_ROUTES.events]: (_request, response) => changes.follow(response),
    [COMMON_ROUTES.faults]: () => faults.pending(),
    [COMMON_ROUTES.addFault]: withBody(Fault, (_person, fault) => {
      faults.add(fault);
      return done;
    }),
    [COMMON_ROUTES.clearFaults]: () => {
      faults.clear();
      return done;
    },
  };
}
