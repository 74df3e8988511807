/** Slack's published limits for Block Kit, messages and views (PLATFORM.md 1.5, 1.6). A table. */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** All blocks of one message, as JSON: undocumented, about this. */
  messageBlocksChars: 13_200,
  messageText: 40_000,
  viewBytes: 250_000,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  viewStack: 3,
  id: 255,
  sectionText: 3_000,
  sectionFields: 10,
  fieldText: 2_000,
  header: 150,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  optionText: 75,
  optionValue: 75,
  selectOptions: 100,
  checkOptions: 10,
  overflowOptions: 5,
  label: 2_000,
  placeholder: 150,
  altText: 2_000,
  markdown: 12_000,
  inputLength: 3_000,
} as const;

/** Slack waits this long for the bot, in milliseconds. */
export const ACK_MS = 3_000;
export const TRIGGER_MS = 3_000;
export const RESPONSE_URL = { uses: 5, ms: 30 * 60_000 } as const;

/** Calls a minute for each method, all conversations together (PLATFORM.md 1.8). Others have no tier here. */
export const TIERS: Readonly<Record<string, number>> = {
  "views.open": 100,
  "views.push": 100,
  "views.update": 100,
  "views.publish": 100,
  "chat.postEphemeral": 100,
  "users.info": 100,
  "conversations.members": 100,
  "chat.update": 50,
  "chat.delete": 50,
  "conversations.open": 50,
  "conversations.info": 50,
  "conversations.history": 50,
};
