/** A connected socket to the database: the address as the driver reads it, its hosts in turn, encrypted when it says so. */
import { once } from "node:events";
import { connect, isIP, type Socket } from "node:net";
import { type ConnectionOptions, connect as connectEncrypted } from "node:tls";
import type { Sql } from "postgres";
import { ANSWERS_WITHIN, connectionLost, noAnswer } from "./line.ts";

/** The address, and what was set beside it. */
export type Place = Sql["options"] & {
  readonly sslnegotiation?: "direct" | "postgres" | null;
  /** What all connections have learnt: array types by the type of their elements. */
  readonly shared: { readonly typeArrayMap: Readonly<Record<number, number>> };
};

/** Milliseconds after which an idle connection is asked whether it still lives. */
const ALIVE_AFTER = 60_000;

/** Tries the hosts in turn, from this one on. @throws what the last one said */
export async function dial(place: Place, first: number): Promise<Socket> {
  const hosts = place.host.map((host, at) => ({ host, port: place.port[at] ?? 5432 }));
  let refusal: unknown;
  for (const address of [...hosts.slice(first), ...hosts.slice(0, first)]) {
    try {
      return await open(place, address);
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
  const giveUp = setTimeout(() => plain.destroy(noAnswer()), ANSWERS_WITHIN);
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
  // A certificate is held against the host; only a name may be asked for.
  const name = isIP(host) ? { host } : { host, servername: host };
  const secured = connectEncrypted({ socket: plain, ...name, ...direct, ...trustOf(ssl) });
  await once(secured, "secureConnect");
  return secured;
}

/** `require`, `allow` and `prefer` encrypt and do not look at the certificate, as everywhere in PostgreSQL. */
function trustOf(ssl: Place["ssl"]): ConnectionOptions {
  if (ssl === "require" || ssl === "allow" || ssl === "prefer") return { rejectUnauthorized: false };
  return typeof ssl === "object" ? ssl : {};
}
