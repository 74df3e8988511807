/** The whole cases that a row of the table names: each is told in both chats. */
import { CHATS } from "../scenarios/cast/town.ts";
import type { Row } from "./table.ts";

export const caseFile = ({ policy }: Pick<Row, "policy">): string => `test/scenarios/${policy}.test.ts`;

/** How the names of its tests begin, one for each chat. */
export function inChat({ policy }: Pick<Row, "policy">, title: string): readonly string[] {
  return CHATS.map((chat) => `cases under ${policy}, in ${chat} > ${title}`);
}

/**
 * What is wrong with the whole cases of a row: none begins so, more than one does, or it did not pass.
 * @param passed the tests that did, as file > name
 */
export function notTold(row: Row, passed: readonly string[]): readonly string[] {
  return row.cases.flatMap((title) =>
    inChat(row, title).flatMap((begins) => {
      const found = passed.filter((name) => name.startsWith(`${caseFile(row)} > ${begins}`)).length;
      return found === 1 ? [] : [`${row.policy} ${row.id}: ${found} whole cases passed that begin: ${begins}`];
    }),
  );
}
