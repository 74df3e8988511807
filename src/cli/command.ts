/** What a command of `npm run register` is. */
import type { ParseArgsOptionsConfig } from "node:util";
import type { Db } from "../../db/connect.ts";
import type { Chat } from "../policy/vocabulary.ts";
import type { ChatProbe } from "./doctor/probe.ts";

/** 0 done, 1 refused, 2 not understood (DESIGN section 6). */
export type Exit = 0 | 1 | 2;

export type OpenDatabase = {
  /** The application's pool. */
  readonly app: Db;
  /** Address of the owner. */
  readonly ownerUrl: string;
  /** Of the embedded server; none where the organisation has a server of its own. */
  readonly folder: string | undefined;
  readonly close: () => Promise<void>;
};

/** What a command stands on. Nothing is opened before a command asks for it. */
export type Setting = {
  readonly openDatabase: () => Promise<OpenDatabase>;
  readonly now: () => Date;
  /** A connected chat; nothing where none is configured for this process. */
  readonly probe: (chat: Chat) => Promise<ChatProbe | undefined>;
  /** A line of what was asked for. */
  readonly say: (line: string) => void;
  /** A line of what is wrong. */
  readonly complain: (line: string) => void;
};

/** The words after the command's own, and its options: texts, lists of texts, flags. */
export type Given = {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
};

export type Command = {
  /** The words it begins with, one or two. */
  readonly name: string;
  /** What follows them. */
  readonly usage: string;
  /** One line for the help. */
  readonly about: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many words follow. */
  readonly words: number;
  readonly run: (setting: Setting, given: Given) => Promise<Exit>;
};

/** The words are right and their values are not: exit 2, with how it is used. */
export class Misused extends Error {
  override readonly name = "Misused";
}

/** The value of an option that must be given. @throws Misused */
export function required({ options }: Given, name: string): string {
  const value = options[name];
  if (typeof value !== "string" || value.trim() === "") throw new Misused(`--${name} is missing`);
  return value.trim();
}
