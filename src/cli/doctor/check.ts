/** What a check of the doctor finds. Each line says what to do. */
import type { Db } from "../../../db/connect.ts";
import type { ListedOrganisation } from "../../../db/queries/organisations.ts";
import type { Chat } from "../../policy/vocabulary.ts";
import type { ChatProbe } from "./probe.ts";

export type Finding = { readonly ok: boolean; readonly line: string };

/** What the checks look at. */
export type Patient = {
  readonly app: Db;
  readonly owner: Db;
  /** Of the embedded server. */
  readonly folder: string | undefined;
  readonly organisations: readonly ListedOrganisation[];
  readonly now: () => Date;
  readonly probe: (chat: Chat) => Promise<ChatProbe | undefined>;
};

/** A check that is worth nothing when the one before it failed is `vital` before it. */
export type Check = {
  readonly name: string;
  readonly vital?: true;
  readonly run: (patient: Patient) => Promise<readonly Finding[]>;
};

export const well = (line: string): Finding => ({ ok: true, line });
export const fault = (line: string): Finding => ({ ok: false, line });
