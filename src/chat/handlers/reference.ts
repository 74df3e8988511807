/** All that is taken from the words after a command: they stay in the chat, and a name there would stay too (DESIGN section 6). */
export const REFERENCE = /^[A-Za-z]{1,4}-\d{1,8}$/;
