/** The connection to the database, encrypted as the address asks for; PostgreSQL itself is asked behind a wire that does it. */
import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { afterAll, describe, expect, it } from "vitest";
import { connectAsApplication } from "../../db/connect.ts";
import { freshDatabase } from "../support/database.ts";
import { selfSigned } from "./self-signed.ts";

const database = await freshDatabase();
const target = new URL(database.ownerUrl);
const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers) server.close();
  await database.drop();
});

/** What has reached the wire in plain text. */
type Wire = { readonly address: (sslmode: string) => string; readonly plain: () => string };

/** A wire in front of PostgreSQL that answers the question for TLS so, and then does it or not. */
async function openWire(answer: "S" | "N" | "goes away"): Promise<Wire> {
  const identity = selfSigned();
  let plain = "";
  const behind = (inside: Socket): void => {
    const outside = dial(Number(target.port), target.hostname);
    for (const socket of [inside, outside]) socket.on("error", () => {});
    inside.pipe(outside).pipe(inside);
  };
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (question) => {
      plain += question.toString("latin1");
      if (answer === "goes away") return socket.end();
      socket.on("data", (bytes) => (plain += bytes.toString("latin1")));
      socket.write(answer);
      behind(answer === "S" ? new TLSSocket(socket, { isServer: true, ...identity }) : socket);
    });
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const address = (sslmode: string): string => {
    const url = new URL(database.ownerUrl);
    url.host = `localhost:${port}`;
    url.searchParams.set("sslmode", sslmode);
    return url.toString();
  };
  return { address, plain: () => plain };
}

/** What a statement gave, or the code of what was thrown. */
async function ask(address: string): Promise<unknown> {
  const db = connectAsApplication(address, { max: 1 });
  try {
    const [row] = await db.sql`select ${"asked"} as said`;
    return row?.["said"];
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await db.close();
  }
}

describe("a connection to the database", () => {
  it("is encrypted when the address requires it, whoever the server says it is", async () => {
    const wire = await openWire("S");
    expect(await ask(wire.address("require"))).toBe("asked");
    expect(await ask(wire.address("prefer"))).toBe("asked");
    expect(wire.plain()).not.toContain("restricted_contact_app");
  });

  it("is refused when the server has to be known and is not", async () => {
    const wire = await openWire("S");
    expect(await ask(wire.address("verify-full"))).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY/);
  });

  it("is not encrypted by a server that cannot, unless it has to be", async () => {
    const wire = await openWire("N");
    expect(await ask(wire.address("prefer"))).toBe("asked");
    expect(wire.plain()).toContain("restricted_contact_app");
    const strict = await openWire("N");
    expect(await ask(strict.address("require"))).not.toBe("asked");
    expect(strict.plain()).not.toContain("restricted_contact_app");
  });

  it("ends at once when the server goes away before it has answered", async () => {
    const wire = await openWire("goes away");
    expect(await ask(wire.address("require"))).toBe("CONNECTION_CLOSED");
  });
});
