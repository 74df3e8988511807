/**
 * What the driver has in place of a socket: it hears of bytes, and never that the connection was lost. postgres.js 3.4
 * connects the same object again after a loss, and then waits for ever to send what it had already cleared when a
 * statement was issued in the turn of the loss; a statement issued after the loss is an exception that nobody can catch,
 * and so is a loss while it asks for the types of a new connection (porsager/postgres issues 1154 and 1208).
 */
import { EventEmitter } from "node:events";
import type { Socket } from "node:net";

/** Told once, or more than once. */
export type Lost = (error: Error) => void;

/** Milliseconds in which a database that is there answers. */
export const ANSWERS_WITHIN = 5_000;

/** The beginning of "ready for a query", which is the last message of every answer, of the start-up too. */
const READY = Buffer.from([90, 0, 0, 0, 5]);

export class Line extends EventEmitter {
  readonly #socket: Socket;
  #hungUp = false;
  #isReady = false;

  constructor(socket: Socket, lost: Lost) {
    super();
    this.#socket = socket;
    const silent = setTimeout(() => socket.destroy(noAnswer()), ANSWERS_WITHIN);
    socket.on("data", (bytes: Buffer) => {
      if (!this.#isReady && bytes.subarray(-READY.length - 1).indexOf(READY) === 0) {
        this.#isReady = true;
        clearTimeout(silent);
      }
      this.emit("data", bytes);
    });
    socket.on("drain", () => this.emit("drain"));
    socket.on("error", lost);
    socket.on("close", () => {
      clearTimeout(silent);
      lost(connectionLost());
      if (this.#hungUp) this.emit("close", false);
    });
  }

  /** Whether the database has once said that it is ready. One that never does is given up. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get readyState(): Socket["readyState"] {
    return this.#socket.readyState;
  }

  /** What is written after a loss goes nowhere. */
  write(bytes: Uint8Array): boolean {
    return this.#socket.destroyed || this.#socket.write(bytes);
  }

  /** The driver's own farewell: of this end it does hear. */
  end(bytes: Uint8Array): void {
    this.#hungUp = true;
    this.#socket.end(bytes);
  }

  destroy(): void {
    this.#socket.destroy();
  }
}

/** The codes are the driver's own. */
export const noAnswer = (): Error =>
  Object.assign(new Error("the database did not answer"), { code: "CONNECT_TIMEOUT" });
export const connectionLost = (): Error =>
  Object.assign(new Error("the connection to the database was lost"), { code: "CONNECTION_CLOSED" });
