/** An Adaptive Card drawn by Microsoft's own renderer, as Teams does. */
import type { Action, ExecuteAction, SubmitAction } from "adaptivecards";
import { h } from "../dom.ts";
import { HOST_CONFIG } from "./host-config.ts";
import { AdaptiveCards } from "./libraries.ts";
import { markdownHtml } from "./markdown.ts";
import { answering, type Find } from "./search-field.ts";

/** What the person pressed, with what stands in the fields of the card. */
export type Pressed =
  | { readonly kind: "execute"; readonly verb: string; readonly data: Data; readonly id: string | undefined }
  | { readonly kind: "submit"; readonly data: Data };
type Data = Readonly<Record<string, unknown>>;

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownHtml(text);
  result.didProcess = true;
};

/** The renderer takes an empty optional number for one out of range, and the form could not be sent. */
class OptionalNumber extends AdaptiveCards.NumberInput {
  override isValid(): boolean {
    return this.isSet() ? super.isValid() : !this.isRequired;
  }
}
AdaptiveCards.GlobalRegistry.elements.register("Input.Number", OptionalNumber);

export type Hands = {
  /** Called with the button that was pressed. */
  readonly pressed: (pressed: Pressed, control: HTMLElement) => void;
  readonly find: Find;
};

/** A card that cannot be drawn shows its fallback text. */
export function adaptiveCard(json: unknown, { pressed, find }: Hands): HTMLElement {
  const card = new AdaptiveCards.AdaptiveCard();
  answering(card, find);
  card.hostConfig = new AdaptiveCards.HostConfig(HOST_CONFIG);
  card.onExecuteAction = (action) => {
    const found = pressOf(action);
    if (found) pressed(found, action.renderedElement ?? box);
  };
  card.onAnchorClicked = (_element, anchor) => {
    window.open(anchor.href, "_blank", "noopener,noreferrer");
    return true;
  };
  const box = h("div", { class: "adaptive" });
  try {
    card.parse(json, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
    box.append(card.render() ?? broken(json));
  } catch {
    box.append(broken(json));
  }
  return box;
}

function pressOf(action: Action): Pressed | undefined {
  switch (action.getJsonTypeName()) {
    case "Action.Execute": {
      const { verb, data, id } = action as ExecuteAction;
      return { kind: "execute", verb: verb ?? "", data: recordOf(data), id: id ?? undefined };
    }
    case "Action.Submit":
      return { kind: "submit", data: recordOf((action as SubmitAction).data) };
    case "Action.OpenUrl":
      window.open((action as Action & { url?: string }).url, "_blank", "noopener,noreferrer");
  }
  return undefined;
}

function recordOf(data: object | undefined): Data {
  return { ...data };
}

function broken(json: unknown): HTMLElement {
  const text = typeof json === "object" && json !== null && "fallbackText" in json ? String(json.fallbackText) : "";
  return h("p", {}, text || "This card could not be drawn.");
}
