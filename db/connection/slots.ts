/** Connections for the work that comes, so many at once at most; who comes later waits in order. */
import type { Sql } from "postgres";
import { createSlot, type Open, type Slot } from "./slot.ts";

export type Slots = {
  /** Runs the work on a connection that nobody else uses. @throws what the work throws, or that the connection was lost */
  readonly run: <T>(work: (sql: Sql) => PromiseLike<T>) => Promise<T>;
  /** Lets what runs finish, for five seconds; who waits is refused. */
  readonly end: () => Promise<void>;
};

/** Nothing is opened before it is needed. What was lost is replaced when work comes for it. */
export function createSlots(max: number, open: Open): Slots {
  const all = new Set<Slot>();
  const idle: Slot[] = [];
  const waiting: PromiseWithResolvers<Slot>[] = [];
  let ended = false;

  const create = (): Slot => {
    const slot = createSlot(open);
    all.add(slot);
    return slot;
  };
  const discard = (slot: Slot): void => {
    all.delete(slot);
    slot.end().catch(() => {});
  };
  const take = async (): Promise<Slot> => {
    if (ended) throw connectionEnded();
    for (let slot = idle.pop(); slot; slot = idle.pop()) {
      if (slot.serves()) return slot;
      discard(slot);
    }
    if (all.size < max) return create();
    const turn = Promise.withResolvers<Slot>();
    waiting.push(turn);
    return await turn.promise;
  };
  const giveBack = (slot: Slot): void => {
    const next = waiting.shift();
    if (!next) idle.push(slot);
    else if (slot.serves()) next.resolve(slot);
    else {
      discard(slot);
      next.resolve(create());
    }
  };
  return {
    run: async (work) => {
      const slot = await take();
      try {
        return await slot.run(work);
      } finally {
        giveBack(slot);
      }
    },
    end: async () => {
      ended = true;
      for (const turn of waiting.splice(0)) turn.reject(connectionEnded());
      await Promise.all([...all].map((slot) => slot.end()));
    },
  };
}

/** The code is the driver's own. */
const connectionEnded = (): Error =>
  Object.assign(new Error("the connections to the database were closed"), { code: "CONNECTION_ENDED" });
