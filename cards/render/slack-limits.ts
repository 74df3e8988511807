/** Slack's published limits, in characters or pieces. Sources: the Block Kit reference and, for `payload`, bolt-js issue 2509. */
export const SLACK = {
  blocksInMessage: 50,
  blocksInView: 100,
  /** Undocumented: a message whose blocks are longer as JSON is refused with msg_blocks_too_long. */
  payload: 13_200,
  /** Bytes of a whole view; the published limit is 250 KB, and the request wraps it. */
  view: 240_000,
  header: 150,
  sectionText: 3_000,
  contextText: 2_000,
  notification: 3_000,
  buttonLabel: 75,
  buttonsInBlock: 25,
  title: 24,
  label: 2_000,
  hint: 2_000,
  placeholder: 150,
  optionLabel: 75,
  /** What an option sends. Slack refuses the whole form when one is longer. */
  optionValue: 75,
  optionsInSelect: 100,
  optionsInGroup: 10,
  inputLength: 3_000,
} as const;

/** Up to so many options are shown at once; more fold into a menu. */
export const SHOWN_AT_ONCE = 5;
