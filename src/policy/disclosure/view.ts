/** What can be looked at, with the facts that decide who may (DESIGN decision 8). */
import type { Role } from "../vocabulary.ts";

export type Viewer = {
  readonly id: string;
  /** Their own, and those they hold for somebody away at this moment (`rolesNow`). */
  readonly roles: readonly Role[];
  /** The services that they manage at this moment: their own, and those of a manager for whom they stand in (`servicesManaged`). */
  readonly manages: readonly string[];
  readonly active: boolean;
};

export type View =
  | { readonly view: "report"; readonly reportedBy: string; readonly service: string | null }
  | { readonly view: "alert"; readonly recipients: readonly string[] }
  /** How a customer may be dealt with, never why. */
  | { readonly view: "instruction" }
  /** The whole file with its incidents; `services` are those with an incident or arrangement in it. */
  | { readonly view: "case"; readonly services: readonly string[]; readonly writtenReason: string | null }
  | {
      readonly view: "proposal";
      readonly services: readonly string[];
      readonly proposedBy: string;
      readonly addressedTo: readonly string[];
      /** Null while it is open. */
      readonly closedAt: Date | null;
      readonly now: Date;
    }
  | { readonly view: "social_work_question"; readonly putTo: readonly string[] }
  | { readonly view: "audit" }
  | { readonly view: "figures" }
  /** Accounts, roles and channels. */
  | { readonly view: "accounts" };
