/** Sequences of presses that go somewhere: mostly what people would press next, and now and then what they may not. */
import fc from "fast-check";
import { MANAGERS } from "../cast.ts";
import { AtOnce, type Chosen, type Command, Pass, Presses } from "../commands.ts";
import { advise, close, letterSent, report, step } from "./case-presses.ts";
import { DAY } from "./choose.ts";
import { drafted, reported, sent } from "./directed.ts";
import { decide, draft, interest, send, tryAgain, withdraw } from "./proposal-presses.ts";
import { delegate, staff } from "./staff-presses.ts";

const HOUR = 60;
const PASSES = [5, 3 * HOUR, 8 * HOUR, DAY, 2 * DAY, 3 * DAY, 5 * DAY, 7 * DAY, 31 * DAY, 92 * DAY, 200 * DAY];

/** What a careful manager proposes, which goes out; with the decisions that follow it. */
const carefully = fc
  .record({
    by: fc.constantFrom(...MANAGERS),
    kind: fc.constantFrom("named_officer", "all_contact"),
    short: fc.boolean(),
    complainedAbout: fc.constantFrom<readonly string[]>([], [], ["d.okafor"]),
  })
  .map(({ by, ...facts }): Chosen[] => [reported({}), drafted(by, facts), sent()]);
const careful = fc
  .tuple(
    carefully,
    fc.oneof(fc.array(decide, { maxLength: 4 }), fc.tuple(decide, send, decide), fc.tuple(decide, withdraw)),
  )
  .map(([proposal, decisions]) => new Presses([...proposal, ...decisions]));
const proposed = fc.tuple(report, draft, send).map((presses) => new Presses(presses));
const sentAgain = fc.tuple(draft, send).map((presses) => new Presses(presses));
const decided = fc.array(decide, { minLength: 1, maxLength: 3 }).map((presses) => new Presses(presses));
const warned = fc.tuple(report, step, letterSent).map((presses) => new Presses(presses));
const one = (press: fc.Arbitrary<Chosen>) => press.map((choose) => new Presses([choose]));
/** The same button twice, one after the other or at the same moment. */
const twice = fc.oneof(decide, interest, withdraw, send, close, letterSent);
const passes = fc.constantFrom(...PASSES).map((minutes) => new Pass(minutes));

/** One entry for each kind of command; those that lead on are there more often. */
export const commands: fc.Arbitrary<Command>[] = [
  ...times(4, careful),
  ...times(2, proposed),
  ...times(6, decided),
  ...times(2, sentAgain),
  warned,
  one(report),
  one(close),
  ...times(2, one(step)),
  one(advise),
  one(letterSent),
  one(draft),
  one(send),
  ...times(2, one(interest)),
  one(withdraw),
  one(tryAgain),
  one(staff),
  one(delegate),
  twice.map((choose) => new Presses([choose, choose])),
  twice.map((choose) => new AtOnce([choose, choose])),
  fc.tuple(decide, fc.oneof(decide, withdraw, interest, close)).map((pair) => new AtOnce(pair)),
  fc.tuple(decide, decide).map((pair) => new AtOnce(pair)),
  fc.tuple(send, fc.oneof(withdraw, close, step)).map((pair) => new AtOnce(pair)),
  ...times(3, passes),
];

function times<Thing>(count: number, thing: Thing): Thing[] {
  return Array.from({ length: count }, () => thing);
}
