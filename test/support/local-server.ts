/** A server of this machine for one test, on a port of its own. */
import type { AddressInfo } from "node:net";
import express, { type Express } from "express";

export type LocalServer = {
  /** "http://127.0.0.1:…", without a slash at its end. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

/** Gives it back when it listens. */
export async function listenHere(app: Express): Promise<LocalServer> {
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An address of this machine where nobody listens. (Ports like 9 do not do: fetch refuses them by itself.) */
export async function closedAddress(): Promise<string> {
  const { address, close } = await listenHere(express());
  await close();
  return address;
}
