/** Times as people write them: "5:30pm", with the day when it is not today. */
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

function clockTime(at: Date): string {
  const hours = at.getHours();
  const minutes = String(at.getMinutes()).padStart(2, "0");
  return `${hours % 12 === 0 ? 12 : hours % 12}:${minutes}${hours < 12 ? "am" : "pm"}`;
}

function day(at: Date): string {
  return DAY.format(at);
}

export function timeAndDay(iso: string, now: Date = new Date()): string {
  const at = new Date(iso);
  return day(at) === day(now) ? clockTime(at) : `${day(at)}, ${clockTime(at)}`;
}
