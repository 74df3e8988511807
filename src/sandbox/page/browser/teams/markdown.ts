/** Markdown as Teams reads it in cards and messages: bold, italic, lists and links; no headings, tables, pictures or HTML. */
import { markdownIt } from "./libraries.ts";

const LEFT_OUT = [
  "heading",
  "lheading",
  "table",
  "image",
  "blockquote",
  "hr",
  "code",
  "fence",
  "html_block",
  "html_inline",
];
const reader = markdownIt({ html: false }).disable(LEFT_OUT);

/** HTML without any tag that was typed. Web addresses that could run something have been left as text. */
export function markdownHtml(text: string): string {
  return reader.render(text);
}

/** The same as an element, for message text; links open elsewhere. */
export function markdownNodes(text: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = markdownHtml(text);
  for (const link of template.content.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  return template.content;
}
