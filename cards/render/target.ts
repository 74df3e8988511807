/** What a button or a form carries through a chat: an opaque id and a version, nothing else (DESIGN decision 6). */
import { z } from "zod";
import type { Target } from "../model.ts";

export type Packed = { readonly i: string; readonly v: number };

const Carried = z.object({ i: z.string().min(1).max(200), v: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });

export function packTarget(target: Target): Packed {
  return { i: target.id, v: target.version };
}

/** The target in a value that came back; `undefined` when somebody forged or damaged it. */
export function unpackTarget(value: unknown): Target | undefined {
  const carried = Carried.safeParse(value);
  return carried.success ? { id: carried.data.i, version: carried.data.v } : undefined;
}
