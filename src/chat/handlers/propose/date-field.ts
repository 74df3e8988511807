/** Which of the three days of a proposal the gate about them speaks of: the gate says one thing at a time. */
type DateField = "startsOn" | "endsOn" | "reviewOn";

/** The field beside which the words of `policy/gates/dated.ts` stand: the day that is to be entered or changed. */
export function dateField({ opens }: { readonly opens: string }): DateField {
  if (/review/i.test(opens)) return "reviewOn";
  return /^Start it|it starts/.test(opens) ? "startsOn" : "endsOn";
}
