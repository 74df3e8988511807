/** The search of the register: the form, and its pages. What is found is told to whoever searched, and to nobody else. */
import { registerFound, searchForm, TOO_SHORT } from "../../../cards/register-search.ts";
import type { Actor } from "../../usecases/context.ts";
import type { readSearch, SearchOutcome, SearchReady } from "../../usecases/search-register.ts";
import type { Answer } from "../desk.ts";
import { faultsIn, type OnPress, type OnSubmit, one, refused, tooLong } from "./handler.ts";
import { REFERENCE } from "./reference.ts";
import { WHOLE_REGISTER } from "./whole-register.ts";

export type SearchDeps = {
  readonly prepareSearch: (command: { readonly actor: Actor }) => Promise<SearchReady>;
  readonly searchRegister: (command: { readonly actor: Actor; readonly typed: string }) => Promise<SearchOutcome>;
  readonly readSearch: ReturnType<typeof readSearch>;
};

/** As for the list of the register. */
const NOT_YOURS = refused({ code: "no-role", needs: ["the register team"], ask: [] });

/** The words after `find`: a reference is looked for at once. Anything else may be somebody's name, and opens the empty form. */
export async function searchCommand(deps: SearchDeps, actor: Actor, typed: string): Promise<Answer> {
  return REFERENCE.test(typed) ? await search(deps, actor, typed) : await openForm(deps, actor);
}

export const openSearch =
  (deps: SearchDeps): OnPress =>
  (actor) =>
    openForm(deps, actor);

async function openForm({ prepareSearch }: SearchDeps, actor: Actor): Promise<Answer> {
  const { code } = await prepareSearch({ actor });
  return code === "ready" ? { kind: "form", form: FORM } : NOT_YOURS;
}

const FORM = searchForm({ target: { id: WHOLE_REGISTER, version: 1 } });

export const sendSearch =
  (deps: SearchDeps): OnSubmit =>
  async (actor, { values }) =>
    faultsIn(FORM, tooLong(FORM, values)) ?? (await search(deps, actor, one(values, "words") ?? ""));

async function search({ searchRegister }: SearchDeps, actor: Actor, typed: string): Promise<Answer> {
  const outcome = await searchRegister({ actor, typed });
  switch (outcome.code) {
    case "not-yours":
      return NOT_YOURS;
    case "too-short":
      return { kind: "faults", form: FORM, faults: { words: TOO_SHORT } };
    case "found":
      return found(outcome);
  }
}

export const openFoundPage =
  (deps: SearchDeps): OnPress =>
  async (actor, { target }) => {
    const outcome = await deps.readSearch({ actor, search: target.id, page: target.version });
    switch (outcome.code) {
      case "not-yours":
        return NOT_YOURS;
      case "unknown-target":
        return refused({ code: "unknown-target" });
      case "found":
        return found(outcome);
    }
  };

/** With names in a window, which only the person sees; without where the answer is a message that stays. */
function found(outcome: Extract<SearchOutcome, { code: "found" }>): Answer {
  const facts = { ...outcome, registerTargetId: WHOLE_REGISTER };
  return {
    kind: "told",
    card: registerFound({ ...facts, names: true }),
    posted: registerFound({ ...facts, names: false }),
  };
}
