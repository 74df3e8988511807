/** Somebody who works at the council, and all that people do there. Whether this one may is the product's to say. */
import type { Stage } from "../../e2e/stage.ts";
import type { Person } from "../../support/person.ts";
import type { TestClock } from "./clock.ts";
import { patient } from "./delivered.ts";
import { type FirstName, nameOf } from "./people.ts";
import { answering } from "./verbs/answering.ts";
import { deciding } from "./verbs/deciding.ts";
import { proposing } from "./verbs/proposing.ts";
import { reading } from "./verbs/reading.ts";
import { registering } from "./verbs/registering.ts";
import { reporting } from "./verbs/reporting.ts";
import { staffing } from "./verbs/staffing.ts";
import { stepping } from "./verbs/stepping.ts";

export type Scene = { readonly stage: Stage; readonly clock: TestClock; readonly pack: string };

/** Whoever acts, with what they act on. */
export type Acting = Scene & { readonly person: Person; readonly name: string };

export type Colleague = ReturnType<typeof colleague>;

export function colleague(scene: Scene, first: FirstName, email: string) {
  const name = nameOf(first);
  const person = patient(scene.stage.person(name), scene.stage, email);
  const acting = { ...scene, person, name };
  return {
    name,
    email,
    person,
    ...reporting(acting),
    ...stepping(acting),
    ...proposing(acting),
    ...deciding(acting),
    ...reading(acting),
    ...registering(acting),
    ...answering(acting),
    ...staffing(acting),
  };
}
