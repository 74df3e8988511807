/** Who the customer is, when a report does not say. Field ids: customerRef, name, phone, email. */
import type { Field } from "./model.ts";

const TEXT = { kind: "text", required: false, multiline: false } as const;

/** The four fields, filled in with what is known. */
export function customerFields(known: { readonly customerRef?: string; readonly name?: string }): Field[] {
  return [
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
