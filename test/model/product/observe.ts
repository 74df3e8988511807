/** What the register holds, in the words of the model. */
import { dayOf } from "../model/calendar.ts";
import type { Recorded } from "../model/record.ts";
import type { Product } from "./open.ts";

type Row = Readonly<Record<string, unknown>>;

/** Everything that the model has an opinion about; reads only. */
export async function observe(product: Product): Promise<Recorded> {
  const { sql, clock } = product.council;
  const now = clock.now.getTime();
  const [reports, steps, proposals, approvers, arrangements, letters] = await Promise.all([
    sql`select i.id, i.state, c.ref, i.occurred_at from incident i left join customer c on c.id = i.customer_id order by i.id`,
    sql`select s.*, s.given_on::text as given, c.ref from ladder_step s join customer c on c.id = s.customer_id`,
    sql`select p.*, i.incident_id from proposal p
      join proposal_incident i on i.proposal_id = p.id and i.proposed_from order by p.id`,
    sql`select * from approver`,
    sql`select * from arrangement order by id`,
    sql`select l.*, s.incident_id, a.proposal_id from letter l left join ladder_step s on s.id = l.step_id
      left join arrangement a on a.id = l.arrangement_id order by l.id`,
  ]);
  return {
    reports: reports.map((row) => ({
      state: row["state"],
      customer: String(row["ref"]),
      on: dayOf(time(row["occurred_at"])),
    })),
    steps: steps.map((row) => JSON.stringify(stepOf(product, row))).toSorted(),
    proposals: proposals.map((row) => proposalOf(product, row, approvers)),
    arrangements: arrangements.map((row) => arrangementOf(product, row, now)),
    letters: letters.map((row) => ({
      owner: product.handleOf(row["owner_id"]),
      proposal: numberOf(product.proposals, row["proposal_id"]),
      sent: row["recorded_at"] !== null,
      report: numberOf(product.reports, row["incident_id"]),
    })),
    today: dayOf(now),
  };
}

/** Who was asked of each proposal and did not declare an interest, by its number. */
export async function askedOf(product: Product): Promise<ReadonlySet<string>[]> {
  const rows = await product.council.sql`select * from approver where interest_declared_at is null`;
  return product.proposals.map(
    (id) => new Set(rows.filter((row) => row["proposal_id"] === id).map((row) => product.handleOf(row["officer_id"]))),
  );
}

const time = (at: unknown): number => (at instanceof Date ? at.getTime() : Date.parse(String(at)));
/** The model's number of an id; null when there is none. */
const numberOf = (ids: readonly string[], id: unknown): number | null =>
  typeof id === "string" ? ids.indexOf(id) : null;

function stepOf(product: Product, row: Row) {
  return {
    kind: row["kind"],
    customer: row["ref"],
    on: row["given"],
    report: numberOf(product.reports, row["incident_id"]),
    proposal: numberOf(product.proposals, row["proposal_id"]),
    owner: row["owner_id"] ? product.handleOf(row["owner_id"]) : null,
  };
}

function proposalOf(product: Product, row: Row, approvers: readonly Row[]) {
  const own = approvers.filter((one) => one["proposal_id"] === row["id"]);
  const [restriction] = row["restrictions"] as readonly { kind: Recorded["proposals"][number]["kind"] }[];
  if (!restriction) throw new Error("a proposal without a restriction");
  return {
    report: numberOf(product.reports, row["incident_id"]) ?? -1,
    proposer: product.handleOf(row["proposed_by"]),
    state: row["state"] as Recorded["proposals"][number]["state"],
    round: Number(row["round"]),
    kind: restriction.kind,
    bypass: typeof row["bypass"] === "string" ? row["bypass"] : null,
    endsOn: dayOf(time(row["ends_at"])),
    decisions: own
      .filter((one) => one["verdict"] !== null)
      .map((one) => `${product.handleOf(one["officer_id"])}: ${String(one["verdict"])}`)
      .toSorted(),
    declared: own
      .filter((one) => one["interest_declared_at"] !== null)
      .map((one) => product.handleOf(one["officer_id"]))
      .toSorted(),
  };
}

function arrangementOf(product: Product, row: Row, now: number) {
  const [startsAt, endsAt] = [time(row["starts_at"]), time(row["ends_at"])];
  return {
    proposal: numberOf(product.proposals, row["proposal_id"]) ?? -1,
    startsAt,
    endsAt,
    ended: row["ended_at"] !== null,
    inForce: startsAt <= now && now < endsAt && row["lifted_at"] === null,
    told: row["told_at"] !== null,
  };
}
