/** Northmoor with two administrators and a Teams tenant, and the entries of its staff as an administrator changes them. */
import { randomUUID } from "node:crypto";
import type { SaveOfficer } from "../../../src/usecases/directory/save-officer.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import { aCouncil, type Council } from "../builders.ts";
import { northmoor } from "../northmoor.ts";

const PACK = "persistent-and-abusive-behaviour";
export type Office = Council & {
  readonly load: (change: (staff: StaffFile) => void, arrangements?: readonly unknown[]) => Promise<void>;
};
type StaffFile = Record<string, Record<string, unknown>>;

/** The world file again, with the entries of the staff changed by work name. */
export async function anOffice(): Promise<Office> {
  const council = await aCouncil(PACK);
  const load: Office["load"] = async (change, arrangements = []) => {
    const world = northmoor(PACK);
    const admins = ["a.admin", "b.admin"].map((name) => ({
      email: `${name}@northmoor.example`,
      name: name === "a.admin" ? "Ana Admin" : "Bea Admin",
      service: "IT",
      roles: ["administrator"],
      slack: { teamId: "T0NORTH", userId: name },
      ...(name === "a.admin" ? { teams: { tenantId: "north", aadObjectId: "ana" } } : {}),
    }));
    const staff: StaffFile = Object.fromEntries(
      [...world.staff, ...admins].map((entry) => [entry.email.split("@")[0] ?? "", { ...entry }]),
    );
    change(staff);
    const outcome = await importWorld({ db: council.db, now: () => council.clock.now })({
      json: { ...world, staff: Object.values(staff), arrangements },
      sandbox: true,
    });
    if (outcome.code !== "imported") throw new Error(JSON.stringify(outcome.faults));
  };
  await load(() => {});
  return { ...council, load };
}

/** Somebody as read from the register at this moment. */
export async function actorOf({ use }: Council, account: string) {
  const identity = await use.identify({ chat: "slack", tenant: "T0NORTH", account });
  if (identity.code !== "officer") throw new Error(`${account} is ${identity.code}`);
  return identity.actor;
}

export async function idOf(council: Council, name: string): Promise<string> {
  const [row] = await council.sql`select id from officer where email = ${`${name}@northmoor.example`}`;
  return String(row?.["id"]);
}

type Entry = Partial<SaveOfficer["entry"]> & { readonly accounts?: SaveOfficer["accounts"] };

/** The entry of somebody as Ana Admin's form has it; say what she changes. */
export async function aChange(
  council: Council,
  name: string,
  { accounts = {}, ...facts }: Entry = {},
  by = "a.admin",
): Promise<SaveOfficer> {
  const actor = await actorOf(council, by);
  const read = await council.use.readOfficer({
    actor: await actorOf(council, "a.admin"),
    officer: await idOf(council, name),
  });
  if (read.code !== "opened") throw new Error(read.code);
  const { officer, version, lineManager, deputy } = read;
  const { id, email, service, roles, status } = officer;
  return {
    actor,
    from: { chat: "slack", tenant: "T0NORTH" },
    version,
    entry: {
      id,
      email,
      name: officer.name,
      service,
      roles,
      status,
      lineManager: lineManager?.email ?? null,
      deputy: deputy?.email ?? null,
      ...facts,
    },
    accounts,
  };
}

/** Somebody new as Ana Admin's form has them. */
export async function aNewcomer(council: Council, { accounts = {}, ...facts }: Entry = {}): Promise<SaveOfficer> {
  return {
    actor: await actorOf(council, "a.admin"),
    from: { chat: "slack", tenant: "T0NORTH" },
    version: null,
    entry: {
      id: randomUUID(),
      email: "n.ewman@northmoor.example",
      name: "Noor Ewman",
      service: "Housing",
      roles: ["officer"],
      status: "active",
      lineManager: "j.reid@northmoor.example",
      deputy: null,
      ...facts,
    },
    accounts,
  };
}
