/** A workspace of ours is not waited for; one that is ours no longer is soon refused. */
import { describe, expect, it } from "vitest";
import { knownTenants } from "../../src/chat/known-tenants.ts";

/** A register that can be away, and counts how often it is asked. */
function register(ours: ReadonlySet<string>) {
  const state = { ours, away: false, asked: 0 };
  const ask = async (tenant: string): Promise<boolean> => {
    state.asked += 1;
    if (state.away) throw new Error("away");
    return state.ours.has(tenant);
  };
  return { state, ask };
}

describe("known tenants", () => {
  it("let one that was ours at the start pass while the register is away", async () => {
    const { state, ask } = register(new Set(["T1"]));
    state.away = true;
    expect(await knownTenants(ask, ["T1"])("T1")).toBe(true);
  });

  it("ask about one that nobody heard of, and say so when it cannot be asked", async () => {
    const { state, ask } = register(new Set(["T1"]));
    const allowed = knownTenants(ask, []);
    expect(await allowed("T2")).toBe(false);
    expect(await allowed("T1")).toBe(true);
    state.away = true;
    await expect(allowed("T3")).rejects.toThrow("away");
  });

  it("refuse one that is ours no longer once the register has said so", async () => {
    const { ask } = register(new Set());
    const allowed = knownTenants(ask, ["T1"]);
    expect(await allowed("T1")).toBe(true);
    expect(await allowed("T1")).toBe(false);
  });

  it("do not ask at every press", async () => {
    const { state, ask } = register(new Set(["T1"]));
    const allowed = knownTenants(ask, ["T1"]);
    for (let press = 0; press < 20; press++) await allowed("T1");
    expect(state.asked).toBe(1);
  });
});
