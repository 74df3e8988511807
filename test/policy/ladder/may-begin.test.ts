/** 7.2.1 "The employee": a step of whoever it happened to is begun by whoever sees to the report. */
import { describe, expect, it } from "vitest";
import { asDecider } from "../../../src/policy/approval/may-decide.ts";
import { employeeFor, mayBegin, takesItSelf } from "../../../src/policy/ladder/may-begin.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import type { LadderRole } from "../../../src/policy/vocabulary.ts";
import { PERSISTENT } from "../packs/known-packs.ts";
import { anOfficer } from "../staff/some-staff.ts";

/** The first policy, with advice by these. */
function adviceBy(...value: LadderRole[]): Pack {
  const steps = PERSISTENT.steps.map((one) => (one.step === "advice" ? { ...one, by: { ...one.by, value } } : one));
  return { ...PERSISTENT, steps };
}
const OFFICERS = adviceBy("officer");

const PAT = anOfficer("pat", { service: "Housing" });
const VIC = anOfficer("vic", { service: "Housing" });
const MEL = anOfficer("mel", { service: "Housing", roles: ["service_manager"] });
const STAFF = [
  PAT,
  VIC,
  MEL,
  anOfficer("abe", { service: "Housing", roles: ["service_manager"], status: "absent", deputy: "dee" }),
  anOfficer("dee", { service: "Parks" }),
  anOfficer("max", { service: "Parks", roles: ["service_manager"] }),
  anOfficer("una", { roles: ["senior_officer"] }),
  anOfficer("sol", { roles: ["senior_officer"] }),
  anOfficer("reg", { roles: ["register_team"] }),
];
/** Reported by Pat, about Vic; given to Una. */
const ABOUT = { service: "Housing", metBy: ["pat", "vic"], triageOfficerId: "una" };

const who = (pack: Pack, does: typeof mayBegin | typeof takesItSelf, staff = STAFF) =>
  staff
    .filter((officer) => {
      const answer = does("advice", asDecider(officer, staff), { about: ABOUT, pack, staff });
      return answer === undefined || answer === true;
    })
    .map(({ id }) => id)
    .join(" ");

describe("advice that the pack gives to officers only", () => {
  it("is begun by whoever sees to the report, or it happened to", () => {
    expect(who(OFFICERS, mayBegin)).toBe("pat vic mel dee una");
  });

  it("is given by whom it happened to", () => {
    expect(who(OFFICERS, takesItSelf)).toBe("pat vic");
    const [advice] = OFFICERS.steps;
    expect(advice && employeeFor(advice, ABOUT, STAFF)?.id).toBe("pat");
  });

  it.each(["absent", "left"] as const)(
    "is given in their place by whoever sees to the report, when the reporter is %s",
    (status) => {
      const staff = STAFF.map((one) => (one === PAT ? { ...PAT, status } : one));
      const [advice] = OFFICERS.steps;
      expect(advice && employeeFor(advice, ABOUT, staff)).toBeUndefined();
      expect(who(OFFICERS, takesItSelf, staff)).toBe("vic mel dee una");
    },
  );
});

it("where it is the manager's too, nothing is different: who begins it gives it", () => {
  for (const does of [mayBegin, takesItSelf]) expect(who(PERSISTENT, does)).toBe("pat vic mel dee una");
});

it("where it is a senior officer's or the employee's, the manager begins it for the employee only", () => {
  const pack = adviceBy("officer", "senior_officer");
  expect(who(pack, mayBegin)).toBe("pat vic mel dee una sol");
  expect(who(pack, takesItSelf)).toBe("pat vic una sol");
});

it("no step of a manager's is begun for the employee", () => {
  const pack = adviceBy("senior_officer");
  expect(who(pack, mayBegin)).toBe("una sol");
  const [advice] = pack.steps;
  expect(advice && employeeFor(advice, ABOUT, STAFF)).toBeUndefined();
  const mel = asDecider(MEL, STAFF);
  expect(mayBegin("advice", mel, { about: ABOUT, pack })).toEqual({
    code: "role-too-low",
    needs: ["senior_officer"],
    service: "Housing",
  });
});
