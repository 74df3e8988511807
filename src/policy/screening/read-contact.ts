import { Contact } from "./contact.ts";

/** One fault of a rejected contact: where, and what to put right. Never the value: it may be personal. */
export type ContactFault = { readonly path: string; readonly message: string };

export type ReadContact =
  | { readonly status: "accepted"; readonly contact: Contact }
  | { readonly status: "rejected"; readonly errors: readonly ContactFault[] };

/** The id alone: it is looked up before anything else is read, so a known id is a duplicate whatever the rest says. */
export function contactId(raw: unknown): string | undefined {
  return typeof raw === "object" && raw !== null && "id" in raw && typeof raw.id === "string" ? raw.id : undefined;
}

/** Reads one contact of a batch. Faults are named by path, `onBehalf.relationship` (SCREENING section 1). */
export function readContact(raw: unknown): ReadContact {
  const asSent = Contact.safeParse(raw);
  const read = asSent.success ? asSent : Contact.safeParse(withoutNulls(raw));
  if (read.success) return { status: "accepted", contact: read.data };
  const errors = read.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  return { status: "rejected", errors };
}

/** `customer.handle.name`: nothing of a contact is deeper. */
const LEVELS = 3;

/** Many programs write null for what they do not have. A contact that is refused for that is an alert that is missed. */
function withoutNulls(value: unknown, levels = LEVELS): unknown {
  if (levels === 0 || typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const given = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(given.map(([key, inner]) => [key, withoutNulls(inner, levels - 1)]));
}
