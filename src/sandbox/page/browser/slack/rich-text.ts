/** rich_text as elements: every text shows exactly as it is. */
import { h } from "../dom.ts";
import { timeAndDay } from "../times.ts";
import type { RichPart, Run, Style } from "./block-kit.ts";
import { link, mention, type Names } from "./mrkdwn.ts";

export function richText(parts: readonly RichPart[], names: Names): HTMLElement[] {
  return parts.map((part) => richPart(part, names));
}

function richPart(part: RichPart, names: Names): HTMLElement {
  const inner = (elements: readonly Run[]) => elements.map((run) => styled(richRun(run, names), run.style ?? {}));
  switch (part.type) {
    case "rich_text_section":
      return h("p", { class: "rich" }, ...inner(part.elements));
    case "rich_text_quote":
      return h("blockquote", {}, ...inner(part.elements));
    case "rich_text_preformatted":
      return h("pre", {}, ...inner(part.elements));
    case "rich_text_list":
      return h(
        part.style === "ordered" ? "ol" : "ul",
        { class: `indent-${part.indent ?? 0}` },
        ...part.elements.map((item) => h("li", {}, ...inner(item.elements))),
      );
  }
}

function richRun(run: Run, names: Names): Node {
  switch (run.type) {
    case "text":
      return document.createTextNode(run.text);
    case "link":
      return link(run.url, run.text ?? run.url);
    case "emoji":
      return document.createTextNode(emoji(run.unicode) ?? `:${run.name}:`);
    case "user":
      return mention(`@${names(run.user_id) ?? run.user_id}`);
    case "channel":
      return mention(`#${names(run.channel_id) ?? run.channel_id}`);
    case "broadcast":
      return mention(`@${run.range}`);
    case "date":
      return document.createTextNode(timeAndDay(new Date(run.timestamp * 1000).toISOString()));
  }
}

function emoji(code: string | undefined): string | undefined {
  return code?.split("-").reduce((text, hex) => text + String.fromCodePoint(Number.parseInt(hex, 16)), "");
}

const TAGS = { bold: "strong", italic: "em", strike: "s", code: "code" } as const;

function styled(node: Node, style: Style): Node {
  return (["code", "strike", "italic", "bold"] as const).reduce(
    (inner, name) => (style[name] ? wrapped(TAGS[name], inner) : inner),
    node,
  );
}

function wrapped(tag: keyof HTMLElementTagNameMap, inner: Node): Node {
  return h(tag, {}, inner);
}
