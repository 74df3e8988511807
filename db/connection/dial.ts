/** A connected socket to the database: the address as the driver reads it, its hosts in turn, encrypted when it says so. */
import { once } from "node:events";
import { connect, isIP, type Socket } from "node:net";
import { type ConnectionOptions, connect as connectEncrypted } from "node:tls";
import type { Sql } from "postgres";
import { connectionLost } from "./line.ts";

/** The address, and what was set beside it. */
export type Place = Sql["options"] & { readonly sslnegotiation?: "direct" | "postgres" | null };

/** Milliseconds in which a database that is there answers. */
const WITHIN = 5_000;

/** Milliseconds after which an idle connection is asked whether it still lives. */
const ALIVE_AFTER = 60_000;

/** Tries the hosts in turn. @throws what the last one said */
export async function dial(place: Place): Promise<Socket> {
  let refusal: unknown;
  for (const [at, host] of place.host.entries()) {
    try {
      return await open(place, { host, port: place.port[at] ?? 5432 });
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

type Address = { readonly host: string; readonly port: number };

async function open(place: Place, { host, port }: Address): Promise<Socket> {
  const plain = place.path ? connect(place.path) : connect({ host, port });
  plain.setKeepAlive(true, ALIVE_AFTER);
  const giveUp = setTimeout(() => plain.destroy(tooLate()), WITHIN);
  const failed = failureOf(plain);
  try {
    await Promise.race([once(plain, "connect"), failed]);
    return place.ssl ? await Promise.race([encrypted(plain, place, host), failed]) : plain;
  } catch (error) {
    plain.destroy();
    throw error;
  } finally {
    clearTimeout(giveUp);
  }
}

/** Rejects when the socket is gone, which later is somebody else's to hear. */
function failureOf(socket: Socket): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    socket.on("error", reject);
    socket.on("close", () => reject(connectionLost()));
  });
  failure.catch(() => {});
  return failure;
}

/** What a client sends to ask for TLS, before anything else; "S" is the server's yes. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const YES = "S".charCodeAt(0);

async function encrypted(plain: Socket, { ssl, sslnegotiation }: Place, host: string): Promise<Socket> {
  if (sslnegotiation !== "direct") {
    plain.write(SSL_REQUEST);
    const [answer] = (await once(plain, "data")) as [Buffer];
    if (answer[0] !== YES && ssl === "prefer") return plain;
  }
  const direct = sslnegotiation === "direct" ? { ALPNProtocols: ["postgresql"] } : {};
  const name = isIP(host) ? {} : { servername: host };
  const secured = connectEncrypted({ socket: plain, ...name, ...direct, ...trustOf(ssl) });
  await once(secured, "secureConnect");
  return secured;
}

/** `require`, `allow` and `prefer` encrypt and do not look at the certificate, as everywhere in PostgreSQL. */
function trustOf(ssl: Place["ssl"]): ConnectionOptions {
  if (ssl === "require" || ssl === "allow" || ssl === "prefer") return { rejectUnauthorized: false };
  return typeof ssl === "object" ? ssl : {};
}

const tooLate = (): Error => Object.assign(new Error("the database did not answer"), { code: "CONNECT_TIMEOUT" });
