/** A choice whose options the bot gives while the person types, as Teams draws it: Microsoft's renderer knows none for several. */
import type { SerializationContext } from "adaptivecards";
import type { TeamsSearchAnswer } from "../../../wire.ts";
import { newId } from "../dom.ts";
import type { Stage } from "../stage.ts";
import { ask } from "../talk.ts";
import { type Drawn, type Suggestion, typeahead } from "../typeahead.ts";
import { AdaptiveCards } from "./libraries.ts";

export type Find = (asked: { readonly dataset: string; readonly query: string }) => Promise<readonly Suggestion[]>;

/** The bot answers, for the persona whose stage it is. */
export function findFor({ persona }: Stage): Find {
  return async (asked) => (await ask<TeamsSearchAnswer>(`${persona.path}/search`, asked))?.options ?? [];
}

const finds = new WeakMap<object, Find>();

/** Says who answers the search fields of a card. */
export function answering(card: object, find: Find): void {
  finds.set(card, find);
}

class SearchField extends AdaptiveCards.ChoiceSetInput {
  #dataset: string | undefined;
  #drawn: Drawn | undefined;

  protected override internalParse(source: Record<string, unknown>, context: SerializationContext): void {
    super.internalParse(source, context);
    const query = source["choices.data"] as { readonly type?: string; readonly dataset?: string } | undefined;
    this.#dataset = query?.type === "Data.Query" ? query.dataset : undefined;
  }

  protected override internalRender(): HTMLElement | undefined {
    const dataset = this.#dataset;
    if (dataset === undefined) return super.internalRender();
    const find = finds.get(this.getRootElement());
    const wanted = (this.defaultValue ?? "").split(",");
    this.#drawn = typeahead({
      id: newId(),
      many: this.isMultiSelect,
      placeholder: this.placeholder ?? "",
      chosen: this.choices
        .map(({ title = "", value = "" }) => ({ text: title, value }))
        .filter(({ value }) => wanted.includes(value)),
      least: 1,
      find: async (query) => (await find?.({ dataset, query })) ?? [],
      changed: () => this.valueChanged(),
      attributes: {},
    });
    return this.#drawn.box;
  }

  /** The renderer names what it was given; here that is the box around the field. */
  protected override updateInputControlAriaLabelledBy(): void {
    if (this.#drawn === undefined) super.updateInputControlAriaLabelledBy();
    else this.#drawn.input.setAttribute("aria-labelledby", this.getAllLabelIds().join(" "));
  }

  override isSet(): boolean {
    return this.#drawn === undefined ? super.isSet() : this.#drawn.values().length > 0;
  }

  override get value(): string | undefined {
    return this.#drawn === undefined ? super.value : this.#drawn.values().join(",") || undefined;
  }
}
AdaptiveCards.GlobalRegistry.elements.register("Input.ChoiceSet", SearchField);
