/** Makes a body fit: long texts are cut first, and only when that is not enough whole blocks go, the last first. */
import type { Block, Span } from "../model.ts";
import { clamped, plain } from "./plain.ts";

const STEPS = [3_000, 1_500, 700, 300, 120] as const;
const SHORTEST = 120;
const LAST: Block = { kind: "note", spans: ["This was too long to show here. Read the rest in the register."] };

/** What `build` makes of the longest body for which `fits` holds. */
export function fitted<Made>(
  body: readonly Block[],
  build: (body: readonly Block[]) => Made,
  fits: (made: Made) => boolean,
): Made {
  for (const most of STEPS) {
    const made = build(shortened(body, most));
    if (fits(made)) return made;
  }
  let kept = shortened(body, SHORTEST).slice(0, 100);
  while (kept.length > 0 && !fits(build([...kept, LAST]))) kept = kept.slice(0, -1);
  return build([...kept, LAST]);
}

function shortened(body: readonly Block[], most: number): readonly Block[] {
  return body.map((block) => shortenedBlock(block, most));
}

function shortenedBlock(block: Block, most: number): Block {
  switch (block.kind) {
    case "line":
    case "note":
      return { ...block, spans: shortenedSpans(block.spans, most) };
    case "row":
      return { ...block, spans: shortenedSpans(block.spans, most) };
    case "facts":
      return {
        kind: "facts",
        facts: block.facts.map(({ label, value }) => ({
          label: clamped(plain(label), most),
          value: clamped(plain(value), most),
        })),
      };
    case "list":
      return { kind: "list", items: block.items.map((item) => shortenedSpans(item, most)) };
    case "quote":
      return { kind: "quote", text: clamped(plain(block.text), most) };
    case "divider":
      return block;
  }
}

/** The spans of one line, together at most `most` long, empty ones left out. */
function shortenedSpans(spans: readonly Span[], most: number): readonly Span[] {
  const kept: Span[] = [];
  let left = most;
  for (const span of spans) {
    const text = clamped(plain(typeof span === "string" ? span : span.strong), left);
    if (text.length === 0 || left < 2) continue;
    kept.push(typeof span === "string" ? text : { strong: text });
    left -= text.length;
  }
  return kept;
}
