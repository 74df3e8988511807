/** Arrangements, in force or still to come, by whom they name as who answers or who reads. */
import { and, asc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { type Restriction, restrictionOf } from "../../src/policy/restrictions/restriction.ts";
import { arrangement, restriction } from "../schema/index.ts";
import type { StandsIn } from "../schema/register.ts";
import type { Tx } from "../transaction.ts";

type Asked = { readonly named: readonly string[]; readonly at: Date };
/** `arrangement`: this one alone, by its id. */
type AskedOf = Asked & { readonly arrangement?: string | undefined };

const inParameter = (key: string, words: SQL) => sql`lower(${restriction.parameters} ->> ${key}::text) in ${words}`;

/** In lower case, as they are compared. One parameter: those who have left in the course of the years are many. */
const wordsOf = (named: readonly string[]): SQL =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(named.map((word) => word.toLowerCase()))}::jsonb))`;

const stillRuns = (organisation: string, at: Date) =>
  and(eq(restriction.organisationId, organisation), gt(arrangement.endsAt, at), isNull(arrangement.liftedAt));

const ofTheSame = and(
  eq(arrangement.organisationId, restriction.organisationId),
  eq(arrangement.id, restriction.arrangementId),
);

/** References of those that name one of these words, deputies too. */
export async function arrangementsNaming(
  tx: Tx,
  organisation: string,
  { named, at }: Asked,
): Promise<readonly string[]> {
  const words = wordsOf(named);
  const rows = await tx
    .selectDistinct({ ref: arrangement.ref })
    .from(restriction)
    .innerJoin(arrangement, ofTheSame)
    .where(
      and(
        stillRuns(organisation, at),
        sql`(${inParameter("officer", words)} or ${inParameter("deputy", words)} or ${inParameter("reader", words)}
          or lower(${arrangement.openWayReader}) in ${words})`,
      ),
    )
    .orderBy(arrangement.ref);
  return rows.map(({ ref }) => ref);
}

export type Naming = {
  readonly id: string;
  readonly ref: string;
  readonly openWayReader: string | null;
  /** As the register team was last told. */
  readonly standIns: readonly StandsIn[];
  /** Those of its restrictions that name one of the words; all when somebody stands in already. */
  readonly restrictions: readonly Restriction[];
};

/** Those that name one of these words themselves, and those of which the register team was told that somebody stands in. */
export async function loadNaming(
  tx: Tx,
  organisation: string,
  { named, at, arrangement: id }: AskedOf,
): Promise<readonly Naming[]> {
  const words = wordsOf(named);
  const rows = await tx
    .select({ arrangement, restriction })
    .from(restriction)
    .innerJoin(arrangement, ofTheSame)
    .where(
      and(
        stillRuns(organisation, at),
        id ? eq(arrangement.id, id) : undefined,
        sql`(${inParameter("officer", words)} or ${inParameter("reader", words)}
          or lower(${arrangement.openWayReader}) in ${words} or ${arrangement.standIns} <> '[]'::jsonb)`,
      ),
    )
    .orderBy(asc(arrangement.id), asc(restriction.id));
  const found = new Map<string, Naming & { restrictions: Restriction[] }>();
  for (const { arrangement: of, restriction: one } of rows) {
    const { id, ref, openWayReader, standIns } = of;
    const entry = found.get(id) ?? { id, ref, openWayReader, standIns, restrictions: [] };
    found.set(id, entry);
    entry.restrictions.push(restrictionOf(one));
  }
  return [...found.values()];
}

/** What the register team is told from now on; false when somebody else told it in between. */
export async function noteStandIns(
  tx: Tx,
  organisation: string,
  { id, before, now }: { id: string; before: readonly StandsIn[]; now: readonly StandsIn[] },
): Promise<boolean> {
  const rows = await tx
    .update(arrangement)
    .set({ standIns: now })
    .where(
      and(
        eq(arrangement.organisationId, organisation),
        eq(arrangement.id, id),
        sql`${arrangement.standIns} = ${JSON.stringify(before)}::jsonb`,
      ),
    )
    .returning({ id: arrangement.id });
  return rows.length > 0;
}
