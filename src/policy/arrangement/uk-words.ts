/** Dates, times and lists as people in the United Kingdom read them (WORDS.md: "3 March 2026", "5:30pm"). */
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** An ISO date as "3 March 2026". */
export function ukDate(isoDate: string): string {
  const [year, month, day] = isoDate.split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** A clock time such as "17:30" as "5:30pm"; "12:00" is "midday", "00:00" is "midnight". */
export function ukTime(clockTime: string): string {
  const [hour = 0, minute = 0] = clockTime.split(":").map(Number);
  if (minute === 0 && hour === 12) return "midday";
  if (minute === 0 && hour % 24 === 0) return "midnight";
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** "a", "a and b", "a, b and c". */
export function listOf(words: readonly string[], joint: "and" | "or" = "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`;
}

/** "1 call", "2 calls". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The sentence with its first letter as a capital. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "a senior officer", "an executive": for nouns that sound as they are written. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}
