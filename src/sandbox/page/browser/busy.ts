/** Shows that something is under way, and lets no second press through until it is over. */

const under = new WeakMap<HTMLElement, Promise<void>>();

/**
 * Runs the work with everything around marked as busy. A press on a button that is marked does nothing;
 * what was drawn since, or is no button, waits for its turn.
 * Buttons are aria-disabled, not disabled: a disabled button would lose the focus.
 */
export async function busy(around: HTMLElement, control: HTMLElement, work: () => Promise<void>): Promise<void> {
  if (control.getAttribute("aria-disabled") === "true") return;
  const before = under.get(around) ?? Promise.resolve();
  const mine = before.then(() => run(around, control, work));
  under.set(around, mine);
  await mine;
  if (under.get(around) === mine) under.delete(around);
}

async function run(around: HTMLElement, control: HTMLElement, work: () => Promise<void>): Promise<void> {
  around.setAttribute("aria-busy", "true");
  control.classList.add("waiting");
  for (const button of around.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
  try {
    await work();
  } finally {
    around.removeAttribute("aria-busy");
    control.classList.remove("waiting");
    for (const button of around.querySelectorAll("button")) button.removeAttribute("aria-disabled");
  }
}
