import { describe, expect, it } from "vitest";
import { rateLimit } from "../../src/intake/rate-limit.ts";

describe("the rate of a token", () => {
  const limited = () => {
    const clock = { now: 0 };
    return { clock, mayPass: rateLimit({ perSecond: 500, clock: () => clock.now }) };
  };

  it("lets through 500 contacts a second, however they are divided", () => {
    const { clock, mayPass } = limited();
    for (let second = 0; second < 3; second++) {
      clock.now = second * 1_000;
      expect(Array.from({ length: 5 }, () => mayPass("a", 100).code)).toEqual(["pass", "pass", "pass", "pass", "pass"]);
      expect(mayPass("a", 1)).toEqual({ code: "wait", seconds: 1 });
    }
  });

  it("lets a request of 1,000 through once, and then it is waited out", () => {
    const { clock, mayPass } = limited();
    expect(mayPass("a", 1_000).code).toBe("pass");
    expect(mayPass("a", 1_000)).toEqual({ code: "wait", seconds: 2 });
    clock.now = 1_999;
    expect(mayPass("a", 1_000).code).toBe("wait");
    clock.now = 2_000;
    expect(mayPass("a", 1_000).code).toBe("pass");
  });

  it("is each token's own", () => {
    const { mayPass } = limited();
    mayPass("a", 1_000);
    expect(mayPass("b", 500).code).toBe("pass");
  });
});
