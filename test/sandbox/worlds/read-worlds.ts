/** The councils' files as the tests look at them. */
import { readWorld } from "../../../src/usecases/import-world/read-world.ts";
import type { World } from "../../../src/usecases/import-world/world.ts";
import { aRegister } from "../../support/screening-world.ts";

type Arrangement = {
  readonly customer: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly restrictions: readonly unknown[];
};

/** The arrangements that start after `now`, are in force at it, and ended before it. @throws when the file is faulty */
export function startsAndEnds(file: unknown, now: Date) {
  const { arrangements } = worldIn(file);
  const at = now.getTime();
  return {
    ahead: arrangements.filter(({ startsAt }) => Date.parse(startsAt) > at),
    running: arrangements.filter(({ startsAt, endsAt }) => Date.parse(startsAt) <= at && at < Date.parse(endsAt)),
    ended: arrangements.filter(({ endsAt }) => Date.parse(endsAt) <= at),
  };
}

/** An arrangement that has just been decided. */
export function inForce(customer: string, restriction: object, now: Date): Arrangement {
  const endsAt = new Date(now.getTime() + 24 * 60 * 60_000).toISOString();
  return { customer, startsAt: now.toISOString(), endsAt, restrictions: [restriction] };
}

/** A register that screens by a world file and, where given, one more arrangement. @throws when the file is faulty */
export function registerOf(file: unknown, more?: Arrangement) {
  const { organisation, staff, customers, arrangements, contacts } = worldIn(file);
  return aRegister({
    organisation,
    staff: staff.map(({ email, extension = null, service, status = "active", deputy = null }) => ({
      email,
      extension,
      service,
      status,
      deputy,
    })),
    customers: customers.map(({ ref, name, aliases, identifiers }) => ({
      ref: ref ?? "",
      name,
      aliases,
      identifiers: identifiers.map(identifierOf),
    })),
    arrangements: [...arrangements, ...(more ? [more] : [])],
    contacts: contacts.map(({ id, email = null }) => ({ id, email })),
  });
}

function identifierOf({ kind, value, platform, shared }: World["customers"][number]["identifiers"][number]) {
  return { kind, value, shared, ...(platform ? { platform } : {}) };
}

function worldIn(file: unknown): World {
  const { world, faults } = readWorld(file);
  if (!world) throw new Error(faults.map(({ path, message }) => `${path}: ${message}`).join("; "));
  return world;
}
