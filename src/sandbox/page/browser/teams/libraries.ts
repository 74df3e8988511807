/** The two libraries that index.html loads as plain scripts: each sets one global. */
type Markdown = { readonly render: (text: string) => string };
type MarkdownIt = (options: {
  readonly html: boolean;
}) => Markdown & { disable: (rules: readonly string[]) => Markdown };
type Globals = { readonly AdaptiveCards: typeof import("adaptivecards"); readonly markdownit: MarkdownIt };

const globals = globalThis as unknown as Globals;

export const AdaptiveCards = globals.AdaptiveCards;
export const markdownIt = globals.markdownit;
