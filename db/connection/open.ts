/** The driver with one connection that it does not open itself, and does not hear the loss of. */
import postgres, { type Sql } from "postgres";
import { dial, type Place } from "./dial.ts";
import { connectionLost, Line, type Lost } from "./line.ts";
import type { Open } from "./slot.ts";

/** Opens connections with the settings of this driver, and what its connections have learnt of the types. */
export function openerOf(driver: Sql): Open {
  const options = driver.options as Place;
  // Of several hosts the one that serves. One that was lost before it was ready may be no primary, and the next is tried.
  let host = 0;
  return (lost) => {
    let line: Line | undefined;
    let over = false;
    const failed: Lost = (error) => {
      if (line?.isReady === false) host = (host + 1) % options.host.length;
      lost(error);
    };
    const socket = async (): Promise<Line> => {
      // The driver asks again after a farewell before it was ready; this connection is over.
      if (line) return await never();
      try {
        line = new Line(await dial(options, host), failed);
        if (over) line.destroy();
        return line;
      } catch (error) {
        failed(error as Error);
        // A refusal would leave the driver with a connection that it counts and never opens.
        return await never();
      }
    };
    // The driver takes settings that are read already as they are: parsers and types are the same for all connections.
    const own = {
      ...options,
      max: 1,
      ssl: false,
      socket,
      // Once is enough; a database that refuses that question is an exception which nobody can catch.
      fetch_types: Object.keys(options.shared.typeArrayMap).length === 0,
      connect_timeout: null,
      max_lifetime: null,
      idle_timeout: null,
    };
    const cut = (): void => {
      over = true;
      line?.destroy();
      lost(connectionLost());
    };
    return { sql: postgres(own as unknown as postgres.Options<Record<string, never>>), cut };
  };
}

const never = (): Promise<never> => new Promise(() => {});
