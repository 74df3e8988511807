/** One value of a pack, and where it comes from: the policy's text, or this product's guess that a council confirms. */
import { z } from "zod";

export type Axis<T> = {
  readonly value: T;
  /** Where the policy's text says so: "7.2.1", "paragraph 3". */
  readonly from?: string | undefined;
  /** The text is silent: the council has to confirm this value. */
  readonly assumed?: true | undefined;
};

/**
 * Wraps a value of a pack so that it says either where the text states it, or that it is assumed, never both and never
 * neither (CASEWORK section 6: "where the policy text is silent the pack says assumed").
 */
export function axis<Inner extends z.ZodType>(inner: Inner) {
  return z
    .strictObject({ value: inner, from: z.string().min(1).optional(), assumed: z.literal(true).optional() })
    .refine((given) => (given.from === undefined) !== (given.assumed === undefined), {
      error: 'say either where the policy says this ("from") or that it is "assumed": true',
    });
}
