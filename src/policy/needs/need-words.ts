import type { Need } from "../vocabulary.ts";

/** A need in plain words, after "the customer". For dialogs only: a posted card never names a need (WORDS.md). */
export const NEED_WORDS: Readonly<Record<Need, string>> = {
  cannot_read_or_write: "cannot read or write",
  cannot_use_phone: "cannot use the phone",
  hearing: "is deaf or hard of hearing",
  sight: "is blind or partially sighted",
  interpreter: "needs an interpreter",
  mental_health: "has a mental health need",
  mobility: "cannot easily come to our offices",
  no_fixed_address: "has no fixed address",
};
