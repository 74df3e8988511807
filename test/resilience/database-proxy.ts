/** A wire between the product and PostgreSQL that a test can hang, cut, or cut exactly when COMMIT was done. */
import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Socket } from "node:net";

export type DatabaseProxy = {
  /** The address of the database, by way of the proxy. */
  readonly url: string;
  /** Nothing gets through any more, and nobody is told; what was sent arrives after `mend`. */
  readonly hang: () => void;
  /** Every connection is closed, and new ones are refused. */
  readonly cut: () => void;
  /** Lets everything through again. */
  readonly mend: () => void;
  /**
   * The next answer that says COMMIT is swallowed, and everything is cut; of a transaction that sent these words as a value
   * (the text of a statement is sent only the first time).
   * Resolves when that happened.
   */
  readonly loseNextCommit: (words: string) => Promise<void>;
  /** The next request with these words does not arrive: everything is cut, and the product is told with a reset. */
  readonly loseNextRequest: (words: string) => Promise<void>;
  /** The next request with these words does not arrive, nor does what follows it on its connection. */
  readonly holdNextRequest: (words: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Trap = { readonly words: string; readonly sprung: () => void };

/** What PostgreSQL says when a transaction was committed: CommandComplete with its tag. */
const COMMITTED = Buffer.from("COMMIT\0");

export async function openDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: "open" | "hung" | "cut" = "open";
  let trap: Trap | undefined;
  let request: Trap | undefined;
  let hold: Trap | undefined;

  const cut = (): void => {
    state = "cut";
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  const server = createServer((inside) => {
    if (state === "cut") return inside.destroy();
    const outside = dial(Number(target.port), target.hostname);
    const pair = [inside, outside] as const;
    pairs.add(pair);
    for (const socket of pair) {
      socket.on("error", () => {});
      socket.on("close", () => {
        pairs.delete(pair);
        for (const other of pair) other.destroy();
      });
      if (state === "hung") socket.pause();
    }
    let meant = false;
    inside.on("data", (bytes) => {
      if (request && bytes.includes(request.words)) {
        request.sprung();
        request = undefined;
        inside.resetAndDestroy();
        return cut();
      }
      if (hold && bytes.includes(hold.words)) {
        hold.sprung();
        hold = undefined;
        return inside.pause();
      }
      meant ||= trap !== undefined && bytes.includes(trap.words);
      outside.write(bytes);
    });
    outside.on("data", (bytes) => {
      const committed = bytes.includes(COMMITTED);
      if (!committed || !meant) return inside.write(bytes);
      meant = false;
      trap?.sprung();
      trap = undefined;
      cut();
      return false;
    });
    if (state === "hung") for (const socket of pair) socket.pause();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const through = new URL(databaseUrl);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const forAll = (act: (socket: Socket) => void) => {
    for (const pair of pairs) for (const socket of pair) act(socket);
  };
  return {
    url: through.toString(),
    cut,
    hang: () => {
      state = "hung";
      forAll((socket) => socket.pause());
    },
    mend: () => {
      state = "open";
      forAll((socket) => socket.resume());
    },
    loseNextCommit: (words) =>
      new Promise((sprung) => {
        trap = { words, sprung };
      }),
    loseNextRequest: (words) =>
      new Promise((sprung) => {
        request = { words, sprung };
      }),
    holdNextRequest: (words) =>
      new Promise((sprung) => {
        hold = { words, sprung };
      }),
    close: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
