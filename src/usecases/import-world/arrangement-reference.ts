/** The reference of an arrangement that the file gives none. */
import { createHash } from "node:crypto";
import { referenceKey } from "../../policy/reference-key.ts";

type Facts = { readonly customer: string; readonly decidedAt: string; readonly startsAt: string };

/** Always the same for the same customer, time of decision and start, however the times are written (SCREENING section 7). */
function derivedReference({ customer, decidedAt, startsAt }: Facts): string {
  const facts = JSON.stringify([referenceKey(customer), Date.parse(decidedAt), Date.parse(startsAt)]);
  return `${referenceKey(customer)}-${createHash("sha256").update(facts).digest("hex").slice(0, 10)}`;
}

/** The reference given, else the derived one; nothing when what it derives from is missing. */
export function referenceOf(
  entry: Partial<{ readonly [Key in keyof Facts]: string | undefined }> & { readonly ref?: string | null | undefined },
): string | undefined {
  if (entry.ref) return entry.ref.trim();
  const { customer, decidedAt, startsAt } = entry;
  return customer === undefined || decidedAt === undefined || startsAt === undefined
    ? undefined
    : derivedReference({ customer, decidedAt, startsAt });
}
