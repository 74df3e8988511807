/** A page button is about no one thing: it carries the id that means all of it. */
export const WHOLE_REGISTER = "00000000-0000-4000-8000-000000000000";
