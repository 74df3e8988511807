/** The product on a database of its own, driven by the presses of the model. */
import { aCouncil } from "../../usecases/builders.ts";
import type { PackName } from "../model/pack.ts";

export type Product = Awaited<ReturnType<typeof openProduct>>;

/** Ids of the product by the model's numbers; `versions`: of each proposal, what its cards showed in each round. */
export async function openProduct(pack: PackName) {
  const council = await aCouncil(pack);
  await council.sql`update officer set roles = '{service_manager}' where email like 't.kerr@%'`;
  await council.sql`update officer set roles = roles || '{administrator}' where email like 'r.byrne@%'`;
  const officers = await council.sql`select id, split_part(email, '@', 1) as handle from officer`;
  const handles = new Map(officers.map(({ id, handle }) => [String(id), String(handle)]));
  const ids = new Map(officers.map(({ id, handle }) => [String(handle), String(id)]));
  const reports: string[] = [];
  const proposals: string[] = [];
  const versions = new Map<string, number[]>();
  return {
    council,
    reports,
    proposals,
    versions,
    handleOf: (id: unknown): string => handles.get(String(id)) ?? "",
    idOf: (handle: string): string => ids.get(handle) ?? "",
  };
}
