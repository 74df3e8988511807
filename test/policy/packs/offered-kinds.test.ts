import { describe, expect, it } from "vitest";
import { offeredKinds } from "../../../src/policy/packs/offered-kinds.ts";
import { PERSISTENT, REASONABLE, UNACCEPTABLE } from "./known-packs.ts";

describe("what a pack offers", () => {
  it("begins with what it offers first, in that order", () => {
    const first = { ...REASONABLE.offeredFirst, value: ["channels_only", "call_times"] as const };
    const kinds = offeredKinds({ ...REASONABLE, offeredFirst: { ...first, value: [...first.value] } });
    expect(kinds.slice(0, 3).map(({ kind }) => kind)).toEqual(["channels_only", "call_times", "named_officer"]);
  });

  it.each([PERSISTENT, UNACCEPTABLE, REASONABLE])("is all of it, each once: $name", (pack) => {
    const kinds = offeredKinds(pack);
    expect(kinds).toHaveLength(pack.restrictions.value.length);
    expect(new Set(kinds)).toEqual(new Set(pack.restrictions.value));
    expect(kinds.slice(0, pack.offeredFirst.value.length).map(({ kind }) => kind)).toEqual(pack.offeredFirst.value);
  });
});
