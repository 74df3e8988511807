/** Fills in a form of either chat by the words a person reads beside its fields. */
import type { Locator } from "playwright-core";

/** A menu takes the option with these words in it, radio buttons and boxes the one with this label, the rest the text itself. */
export async function fillIn(form: Locator, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) await fillOne(form, label, answer);
}

async function fillOne(form: Locator, label: string, answer: string): Promise<void> {
  const control = form.getByLabel(label).first();
  if (await isA("select", control)) {
    const option = await control.locator("option", { hasText: answer }).first().textContent();
    await control.selectOption({ label: option ?? answer });
  } else if (await isA('input[type="radio"]', control)) {
    // Adaptive Cards give each radio button the label of the question too.
    const question = await control.getAttribute("name");
    await form
      .locator(`input[name="${question}"]`)
      .and(form.getByLabel(answer, { exact: true }))
      .check();
  } else if (await isA("input, textarea", control)) await control.fill(answer);
  else await control.getByLabel(answer).check();
}

async function isA(selector: string, control: Locator): Promise<boolean> {
  await control.waitFor();
  return (await control.and(control.page().locator(selector)).count()) > 0;
}
