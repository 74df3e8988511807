/** The one door of the product: taken first, opened when everything behind it is ready, closed before anything behind it stops. */
import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { Express } from "express";

/** Where the product listens. Until it is opened every request is told to come back: nothing is half there. */
export type Door = {
  readonly server: Server;
  readonly url: string;
  readonly open: () => void;
  /** Lets nobody in any more, and resolves when those inside have their answer. */
  readonly close: () => Promise<void>;
};

/** @returns the door; or why the port cannot be had, in words for whoever starts the product */
export async function openDoor(
  app: Express,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Door | string> {
  let open = false;
  let closing = false;
  const inside = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    inside.add(response);
    response.once("close", () => inside.delete(response));
    response.shouldKeepAlive &&= !closing;
    if (open) app(request, response);
    else
      response.writeHead(503, { "content-type": "application/json", "retry-after": "1" }).end('{"error":"starting"}');
  });
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    return inUse
      ? `Port ${port} of ${host} is in use. Stop what uses it, or set PORT to another one.`
      : `Cannot listen on ${host}:${port}. Check HOST and PORT.`;
  }
  const bound = server.address();
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${typeof bound === "object" && bound ? bound.port : port}`;
  return {
    server,
    url,
    open: () => {
      open = true;
    },
    close: async () => {
      closing = true;
      server.close();
      for (const response of inside) response.shouldKeepAlive = false;
      for (const response of inside) if (!response.closed) await once(response, "close");
      server.closeAllConnections();
    },
  };
}
