/** Slack's own markup, read as Slack reads it: `*bold*`, `_italic_`, `<url|words>`, `<@U1>`, `&amp;`. */
import { h } from "../dom.ts";
import { timeAndDay } from "../times.ts";

/** Names of people and channels by id, for mentions. */
export type Names = (id: string) => string | undefined;

/** The text as nodes. What is not understood stays as it was typed. */
export function mrkdwn(text: string, names: Names): Node[] {
  return text.split(/(```[\s\S]+?```|`[^`\n]+`|<[^<>\n]+>)/g).flatMap((part) => piece(part, names));
}

function piece(part: string, names: Names): Node[] {
  if (part.startsWith("```") && part.length > 6) return [h("pre", {}, decoded(part.slice(3, -3)))];
  if (part.startsWith("`") && part.length > 2) return [h("code", {}, decoded(part.slice(1, -1)))];
  if (part.startsWith("<") && part.endsWith(">")) return [reference(part.slice(1, -1), names)];
  return marked(part);
}

const MARKS = { "*": "strong", _: "em", "~": "s" } as const;

/** A mark counts at the edge of a word only, as in Slack: 2*3*4 stays. */
function marked(text: string): Node[] {
  const found = /(^|[\s(>"'.,:;!?-])([*_~])(\S(?:[^\n]*?\S)?)\2(?=$|[\s)<"'.,:;!?-])/.exec(text);
  if (found === null) return text === "" ? [] : [document.createTextNode(decoded(text))];
  const [whole, before = "", mark = "*", inner = ""] = found;
  const element = h(MARKS[mark as keyof typeof MARKS]);
  element.append(...marked(inner));
  return [...marked(text.slice(0, found.index) + before), element, ...marked(text.slice(found.index + whole.length))];
}

function reference(inside: string, names: Names): Node {
  const [target = "", words] = inside.split("|");
  if (target.startsWith("@")) return mention(`@${names(target.slice(1)) ?? words ?? target.slice(1)}`);
  if (target.startsWith("#")) return mention(`#${words || (names(target.slice(1)) ?? target.slice(1))}`);
  if (target.startsWith("!date^")) return document.createTextNode(dated(target, words));
  if (target.startsWith("!")) return mention(`@${target.slice(1).split("^")[0] ?? ""}`);
  return link(decoded(target), decoded(words ?? target));
}

/** A person, a channel, or everybody. */
export function mention(text: string): Node {
  return h("span", { class: "mention" }, text);
}

/** A link that opens elsewhere; an address that is no web or mail address stays text. */
export function link(url: string, words: string): Node {
  return /^(https?|mailto):/i.test(url)
    ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words)
    : document.createTextNode(words);
}

function dated(target: string, fallback: string | undefined): string {
  const seconds = Number(target.split("^")[1]);
  return Number.isFinite(seconds) ? timeAndDay(new Date(seconds * 1000).toISOString()) : (fallback ?? "");
}

function decoded(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
