/** A query that is built once gives what Drizzle would give, in whichever transaction it is asked. */
import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepared } from "../../db/prepared.ts";
import { ladderStep, officer, proposal } from "../../db/schema/index.ts";
import { background, type Tx } from "../../db/transaction.ts";
import { aCouncil, aProposal, type Council } from "../usecases/builders.ts";

let council: Council;
let id: string;
beforeAll(async () => {
  council = await aCouncil();
  ({ id } = await aProposal.awaitingDecision(council));
});
afterAll(() => council.drop());

const inside = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  await background(council.db, council.organisation, work);

const proposalById = prepared(getTableColumns(proposal), ["organisation", "id"], (select, { organisation, id }) =>
  select.from(proposal).where(and(eq(proposal.organisationId, organisation), eq(proposal.id, id))),
);

describe("a prepared query", () => {
  it("reads every column as Drizzle does: instants, dates, lists, documents, nothing", async () => {
    const { organisation } = council;
    const [ours, theirs] = await inside(async (tx) => [
      await proposalById(tx, { organisation, id }),
      await tx
        .select()
        .from(proposal)
        .where(and(eq(proposal.organisationId, organisation), eq(proposal.id, id))),
    ]);
    expect(ours).toEqual(theirs);
    expect(ours).toMatchObject([{ startsAt: expect.any(Date), reviewOn: "2026-08-10", decidedAt: null }]);
    expect(ours[0]?.restrictions).toMatchObject([{ kind: "named_officer" }]);
  });

  it("takes its values anew each time, beside those that stand in it", async () => {
    const others = prepared(
      { name: officer.name, roles: officer.roles, isAsked: sql<boolean>`${officer.id} = ${sql.placeholder("asked")}` },
      ["service", "asked"],
      (select, { service }) =>
        select
          .from(officer)
          .where(and(eq(officer.service, service), eq(officer.status, "active")))
          .orderBy(asc(officer.name)),
    );
    const [dana] = await council.sql`select id from officer where email = 'd.okafor@northmoor.example'`;
    const asked = String(dana?.["id"]);
    const found = await inside((tx) =>
      Promise.all([others(tx, { service: "Corporate", asked }), others(tx, { service: "Housing", asked })]),
    );
    expect(found[0]).toContainEqual({ name: "Dana Okafor", roles: ["senior_officer"], isAsked: true });
    expect(found[0]).toContainEqual({ name: "Max Frost", roles: ["executive"], isAsked: false });
    expect(found[1].map(({ name }) => name)).toEqual(["Jordan Reid", "Priya Shah", "Sam Hale", "Toni Kerr"]);
  });

  it("finds nothing that equals nothing", async () => {
    const stepsOf = prepared({ id: ladderStep.id }, ["proposal"], (select, { proposal: of }) =>
      select.from(ladderStep).where(eq(ladderStep.proposalId, of)),
    );
    const found = await inside((tx) => Promise.all([stepsOf(tx, { proposal: id }), stepsOf(tx, { proposal: null })]));
    expect(found.map((rows) => rows.length)).toEqual([2, 0]);
  });

  it("stays within the organisation of its transaction", async () => {
    const { organisation } = council;
    const elsewhere = "00000000-0000-4000-8000-000000000000";
    expect(await background(council.db, elsewhere, (tx) => proposalById(tx, { organisation, id }))).toEqual([]);
  });
});
