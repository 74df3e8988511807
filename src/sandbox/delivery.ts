/** A request from the chat to the bot: one limit on time, perhaps delivered twice, perhaps struck by a fault. */
import { type Called, type Faults, pause } from "./faults.ts";

export type Parcel = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds the platform waits for an answer. */
  readonly patience: number;
};

/** What came back; `late` is also given when the bot cannot be reached at all. */
export type Delivered =
  | { readonly kind: "answered"; readonly status: number; readonly body: string }
  | { readonly kind: "late" };

export async function deliver(parcel: Parcel, called: Called, faults: Faults): Promise<Delivered> {
  const fault = faults.take(called);
  if (fault?.kind === "slow") await pause(fault.ms);
  else if (fault !== undefined && !fault.kind.endsWith("after")) return { kind: "late" };

  const copies = faults.duplicating() ? 2 : 1;
  const answers = await Promise.all(Array.from({ length: copies }, () => send(parcel)));
  if (fault?.kind.endsWith("after")) return { kind: "late" };
  // The person sees one answer. The good one, because that is what the client shows when it gets both.
  return answers.find((one) => one.kind === "answered" && one.status === 200) ?? answers[0] ?? { kind: "late" };
}

async function send({ url, headers, body, patience }: Parcel): Promise<Delivered> {
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(patience) });
    return { kind: "answered", status: response.status, body: await response.text() };
  } catch {
    return { kind: "late" };
  }
}
