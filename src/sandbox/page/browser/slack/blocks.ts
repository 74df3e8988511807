/** Block Kit as elements. */
import { h, newId } from "../dom.ts";
import type { Block, Element, Text } from "./block-kit.ts";
import { drawElement, picture } from "./elements.ts";
import { mrkdwn } from "./mrkdwn.ts";
import { richText } from "./rich-text.ts";
import type { Surface } from "./surface.ts";

/** Draws blocks in order. A block that the page does not know says so, instead of vanishing. */
export function drawBlocks(blocks: readonly unknown[], surface: Surface): HTMLElement[] {
  return (blocks as readonly Block[]).map((block) => drawBlock(block, surface));
}

function drawBlock(block: Block, surface: Surface): HTMLElement {
  switch (block.type) {
    case "header":
      return h("p", { class: "block header", role: "heading", "aria-level": 3 }, block.text.text);
    case "section":
      return section(block, surface);
    case "context":
      return h(
        "div",
        { class: "block context" },
        ...block.elements.map((one) => (one.type === "image" ? picture(one) : h("span", {}, ...words(one, surface)))),
      );
    case "actions":
      return h(
        "div",
        { class: "block actions" },
        ...block.elements.map((one) => standing(one, { surface, blockId: block.block_id })),
      );
    case "divider":
      return h("hr", { class: "block" });
    case "image":
      return h(
        "figure",
        { class: "block" },
        picture({ type: "image", image_url: block.image_url, alt_text: block.alt_text }),
        block.title && h("figcaption", {}, block.title.text),
      );
    case "rich_text":
      return h("div", { class: "block rich-text" }, ...richText(block.elements, surface.names));
    case "input":
      return input(block, surface);
  }
  return h("p", { class: "block not-drawn" }, `The sandbox does not draw this kind of block: ${unknownType(block)}.`);
}

function unknownType(block: { readonly type: string }): string {
  return block.type;
}

function words(text: Text, surface: Surface): (Node | string)[] {
  return text.type === "mrkdwn" ? mrkdwn(text.text, surface.names) : [text.text];
}

function section(block: Extract<Block, { type: "section" }>, surface: Surface): HTMLElement {
  return h(
    "div",
    { class: "block section" },
    h(
      "div",
      { class: "section-text" },
      block.text && h("p", {}, ...words(block.text, surface)),
      block.fields &&
        h("div", { class: "section-fields" }, ...block.fields.map((text) => h("p", {}, ...words(text, surface)))),
    ),
    block.accessory && standing(block.accessory, { surface, blockId: block.block_id, near: block.text?.text }),
  );
}

type Stands = { readonly surface: Surface; readonly blockId: string | undefined; readonly near?: string | undefined };

/** An element without a label of its own: a press or a choice is sent at once. */
function standing(element: Element, { surface, blockId = "", near }: Stands): HTMLElement {
  const named = element.type === "button" || element.type === "overflow" || element.type === "image";
  const placeholder = "placeholder" in element ? element.placeholder?.text : undefined;
  return drawElement(element, {
    surface,
    blockId,
    id: newId(),
    name: named ? "" : (placeholder ?? near ?? "Choose"),
    describedBy: undefined,
    sends: true,
    required: false,
  });
}

function input(block: Extract<Block, { type: "input" }>, surface: Surface): HTMLElement {
  const { element, label, hint, optional, block_id = "" } = block;
  const id = newId();
  const error = surface.errors[block_id];
  const described = [hint && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(" ");
  const group =
    element.type === "radio_buttons" || element.type === "checkboxes" || element.type === "multi_static_select";
  return h(
    "div",
    { class: `block field ${error === undefined ? "" : "wrong"}` },
    h(
      group ? "span" : "label",
      { id: `${id}-label`, class: "label", ...(group ? {} : { for: id }) },
      label.text,
      optional && h("span", { class: "optional" }, " (optional)"),
    ),
    error !== undefined &&
      h("p", { id: `${id}-error`, class: "error" }, h("span", { class: "unseen" }, "Error: "), error),
    drawElement(element, {
      surface,
      blockId: block_id,
      id,
      name: "",
      describedBy: described === "" ? undefined : described,
      sends: block.dispatch_action ?? false,
      required: !optional,
    }),
    hint && h("p", { id: `${id}-hint`, class: "hint" }, hint.text),
  );
}
