import { fitsMenu } from "./menu.ts";
import type { Field } from "./model.ts";

type Asked = { readonly label: string; readonly hint?: string; readonly value?: string };

/** Which service: chosen, or typed where a menu cannot hold them all; no field where the organisation has none. Id: service. */
export function serviceField(services: readonly string[], { label, hint, value }: Asked): readonly Field[] {
  if (services.length === 0) return [];
  const options = services.map((name) => ({ value: name, label: name }));
  const given = { id: "service", label, required: false, ...(value === undefined ? {} : { value }) };
  if (fitsMenu(options)) return [{ kind: "choice", ...given, ...(hint === undefined ? {} : { hint }), options }];
  const typed = ["Its name as the staff list has it.", ...(hint === undefined ? [] : [hint])].join(" ");
  return [{ kind: "text", ...given, hint: typed, multiline: false, maxLength: 200 }];
}
