/** Limits of Teams and of Adaptive Cards 1.5 there. */
export const TEAMS = {
  /**
   * Teams counts a message in UTF-16, keeps it to 80 KB, and counts the envelope too:
   * so many UTF-16 units of card JSON leave room for that.
   */
  card: 36_000,
  title: 200,
  /** More buttons in one row fold away on a phone. */
  buttonsInRow: 5,
  /** Of a card with more than one row, such as a page of the register: so many short ones stand side by side. */
  buttonsInRows: 4,
  buttonLabel: 75,
  /** A longer label stands below the text of its row: beside it, a window of 375 pixels has no room for the text. */
  labelBeside: 12,
  label: 300,
  hint: 300,
  optionLabel: 100,
  /** Of those who were found, Teams shows so many. */
  found: 15,
  /** Lines of one quotation; the rest runs on. */
  quoteLines: 150,
} as const;

/** Up to so many options are shown at once; more fold into a menu. */
export const SHOWN_AT_ONCE = 5;

/** A longer menu is searched by typing, as every menu in Slack is. */
export const SEARCHED = 20;
