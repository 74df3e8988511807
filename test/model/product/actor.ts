/** Who presses in the product, and on which day. */
import type { Actor } from "../../../src/usecases/context.ts";
import type { Person } from "../../usecases/northmoor.ts";
import { dayOf } from "../model/calendar.ts";
import type { Product } from "./open.ts";

export const actorOf = async ({ council }: Product, person: string): Promise<Actor> =>
  await council.actor(person as Person);
export const email = (person: string): string => `${person}@northmoor.example`;
export const today = ({ council }: Product): string => dayOf(council.clock.now.getTime());
