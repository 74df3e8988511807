/** What the picture of one card or form is drawn from, once for each chat. */

/** A window has a title, and in Slack buttons of its own; without one it is a message. */
export type Picture = {
  /** Stands above both. */
  readonly label: string;
  readonly slack: {
    readonly window: string | null;
    readonly blocks: readonly unknown[];
    readonly foot: readonly string[];
  };
  readonly teams: { readonly window: string | null; readonly card: unknown };
};

/** A handful on one sheet. */
export type Sheet = { readonly name: string; readonly pictures: readonly Picture[] };
