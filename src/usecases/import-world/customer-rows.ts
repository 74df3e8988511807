/** A customer of the file, put together with what the register knows of the same customer. */
import { v7 as newId } from "uuid";
import {
  type CustomerRow,
  type IdentifierRow,
  type KnownCustomer,
  type NameKeyRow,
  type RepresentativeRow,
  storedKey,
} from "../../../db/queries/customers.ts";
import { normaliseIdentifier } from "../../matching/identifiers.ts";
import { foldName, nameKey } from "../../matching/names.ts";
import type { CustomerEntry, IdentifierEntry } from "./world.ts";

export type CustomerRows = {
  readonly customer: CustomerRow;
  readonly identifiers: readonly IdentifierRow[];
  readonly nameKeys: readonly NameKeyRow[];
  readonly representatives: readonly RepresentativeRow[];
};

export type CustomerSetting = {
  readonly organisation: string;
  readonly country: string;
  /** Identifiers that a decision made the customer's alone. */
  readonly decided: ReadonlySet<string>;
};

/** All rows of the customer as they are to be. Nothing is lost: a former name becomes an alias, and lists only grow. */
export function customerRows(
  entry: CustomerEntry & { readonly ref: string },
  before: KnownCustomer | undefined,
  setting: CustomerSetting,
): CustomerRows {
  const id = before?.id ?? newId();
  const { organisation: organisationId } = setting;
  const arranged = before?.arranged ?? false;
  const former = before && before.name !== entry.name ? [before.name] : [];
  const aliases = union(before?.aliases ?? [], [...entry.aliases, ...former]).filter((alias) => alias !== entry.name);
  const needs = union(before?.needs ?? [], entry.needs);
  return {
    customer: {
      organisationId,
      id,
      ref: before?.ref ?? entry.ref,
      name: entry.name,
      aliases,
      needs,
      language: before?.language ?? null,
      collectionPoint: before?.collectionPoint ?? null,
      minor: before?.minor ?? null,
      lacksCapacity: before?.lacksCapacity ?? null,
      version: before?.version ?? 1,
      arranged,
    },
    identifiers: entry.identifiers.map((given) => identifierRow(given, { id, before, setting })),
    nameKeys: nameKeysOf([entry.name, ...aliases]).map((key) => ({ organisationId, customerId: id, key, arranged })),
    representatives: entry.representatives.map(({ name, relationship, phone, email }) => {
      const same = before?.representatives.find((one) => one.name === name && one.relationship === relationship);
      return {
        organisationId,
        id: same?.id ?? newId(),
        customerId: id,
        name,
        relationship,
        phone: phone ?? null,
        email: email ?? null,
        nameKey: storedKey(nameKey(foldName(name))),
        phoneKey: phone ? identifierKey({ kind: "phone", value: phone }, setting.country) : null,
        emailKey: email ? identifierKey({ kind: "email", value: email }, setting.country) : null,
      };
    }),
  };
}

/** The keys that a name is found by when it agrees in full. */
function nameKeysOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => storedKey(nameKey(foldName(name)))))].filter((key) => key !== "");
}

type Owner = { readonly id: string; readonly before: KnownCustomer | undefined; readonly setting: CustomerSetting };

function identifierRow(given: IdentifierEntry, { id: customerId, before, setting }: Owner): IdentifierRow {
  const key = identifierKey(given, setting.country);
  const same = before?.identifiers.find((one) => one.kind === given.kind && one.key === key);
  return {
    organisationId: setting.organisation,
    id: same?.id ?? newId(),
    customerId,
    kind: given.kind,
    value: same?.value ?? given.value,
    platform: same?.platform ?? given.platform ?? null,
    key,
    shared: given.shared && !(same && setting.decided.has(same.id)),
    validUntil: given.validUntil ?? null,
    arranged: before?.arranged ?? false,
  };
}

type Written = Pick<IdentifierEntry, "kind" | "value"> & { readonly platform?: IdentifierEntry["platform"] };

/** The key of an identifier as the register holds it. */
export function identifierKey({ kind, value, platform }: Written, country: string): string | null {
  const read = normaliseIdentifier({ kind, value, platform: platform ?? undefined }, country);
  return read ? storedKey(read.value) : null;
}

function union(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set([...first, ...second])];
}
