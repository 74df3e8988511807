/** The driver with one connection that it does not open itself, and does not hear the loss of. */
import postgres, { type Sql } from "postgres";
import { dial } from "./dial.ts";
import { connectionLost, Line } from "./line.ts";
import type { Open } from "./slot.ts";

/** Opens connections with the settings of this driver, and what its connections have learnt of the types. */
export function openerOf({ options }: Sql): Open {
  return (lost) => {
    let line: Line | undefined;
    let over = false;
    const socket = async (): Promise<Line> => {
      try {
        const dialled = await dial(options);
        line = new Line(dialled, lost);
        if (over) line.destroy();
        return line;
      } catch (error) {
        lost(error as Error);
        // A refusal would leave the driver with a connection that it counts and never opens.
        return await new Promise<never>(() => {});
      }
    };
    // The driver takes settings that are read already as they are: parsers and types are the same for all connections.
    const own = {
      ...options,
      max: 1,
      ssl: false,
      socket,
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
