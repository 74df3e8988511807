/** Who the customer is, when a report does not say. Field ids: perhaps, customerRef, name, phone, email. */
import type { Field } from "./model.ts";

const TEXT = { kind: "text", required: false, multiline: false } as const;

/** What is said where it is nobody whose number or address it is. */
export const ANOTHER = "another";

export type KnownOfCustomer = {
  /** Who was named before. */
  readonly customerRef?: string;
  readonly name?: string;
  /** Of whom a number or an email address in the report is the own, while the name is not theirs. */
  readonly perhaps?: string;
};

/** The four fields, filled in with what is known; and whether it is somebody whose number it is (SCREENING section 3). */
export function customerFields(known: KnownOfCustomer): Field[] {
  return [
    ...(known.perhaps ? [isThem(known.perhaps)] : []),
    {
      ...TEXT,
      id: "customerRef",
      label: "Customer reference",
      hint: known.customerRef
        ? "This is who was named before. For somebody who is not on the register yet, empty it and change the name."
        : "Leave it empty for somebody who is not on the register yet.",
      maxLength: 40,
      ...(known.customerRef ? { value: known.customerRef } : {}),
    },
    {
      ...TEXT,
      id: "name",
      label: "Customer's name",
      maxLength: 200,
      ...(known.name ? { value: known.name } : {}),
    },
    { ...TEXT, id: "phone", label: "Customer's phone number", maxLength: 40 },
    { ...TEXT, id: "email", label: "Customer's email address", maxLength: 254 },
  ];
}

const isThem = (ref: string): Field => ({
  kind: "choice",
  id: "perhaps",
  label: `Was it ${ref}?`,
  hint: `The phone number or email address is ${ref}'s alone, but the name is not theirs. A report about somebody else must not count against them.`,
  required: true,
  options: [
    { value: ref, label: `Yes, it was ${ref}` },
    { value: ANOTHER, label: "No, it was somebody else" },
  ],
});
