/** Fills in a form of either chat by the words a person reads beside its fields. */
import type { Locator } from "playwright-core";

/** A search takes the first that it finds, a menu the option with these words in it, radio buttons and boxes the one with this label, the rest the text itself. */
export async function fillIn(form: Locator, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) await fillOne(form, label, answer);
}

async function fillOne(form: Locator, label: string, answer: string): Promise<void> {
  const control = form.getByLabel(label).first();
  if (await isA('[role="combobox"]', control)) {
    await choosePerson(control, { typed: answer, name: answer });
  } else if (await isA("select", control)) {
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

/** Types in a search and takes the one of this name; types it again where nobody came, as people do on a slow day. */
export async function choosePerson(box: Locator, { typed, name }: { typed: string; name: string }): Promise<void> {
  const offered = box.page().getByRole("listbox", { name: "Suggestions" }).getByRole("option", { name }).first();
  for (let tries = 0; tries < 4 && !(await offered.isVisible()); tries += 1) {
    await box.fill("");
    await box.fill(typed);
    await offered.waitFor({ timeout: 2_500 }).catch(() => {});
  }
  await offered.click();
}

async function isA(selector: string, control: Locator): Promise<boolean> {
  await control.waitFor();
  return (await control.and(control.page().locator(selector)).count()) > 0;
}
