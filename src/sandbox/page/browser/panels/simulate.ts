/** "Simulate a contact": a call or an e-mail of a customer, handed to the bot as a phone system or mail gateway would. */

import type { ContactExample, SandboxCouncil, SimulatedAnswer, SimulatedContact } from "../../facts.ts";
import { announce } from "../announce.ts";
import { background } from "../background.ts";
import { busy } from "../busy.ts";
import { h, newId } from "../dom.ts";
import { post } from "../talk.ts";
import { resultOf } from "./contact-result.ts";

type Channel = "phone" | "email";

export type SimulatePanel = {
  readonly element: HTMLElement;
  /** Offers the customers of this council: that of the person who is played. */
  readonly choose: (council: string) => void;
};

export function simulatePanel(councils: readonly SandboxCouncil[]): SimulatePanel {
  const council = select(
    "Council",
    councils.map(({ slug, name }) => ({ value: slug, text: name })),
  );
  const example = select("Customer", []);
  const officer = select("Who it reaches", []);
  const from = h("input", { type: "text", id: newId(), autocomplete: "off" });
  const fromLabel = h("label", { for: from.id, class: "label" });
  const channel = channelChoice();
  const hint = h("p", { class: "hint" });
  const answer = h("div", { class: "contact-answer", role: "status" });
  const send = h("button", { type: "submit", class: "press primary" }, "Send the contact");

  const chosenCouncil = () => councils.find(({ slug }) => slug === council.control.value);
  const chosenExample = () => chosenCouncil()?.examples[Number(example.control.value)];
  const fillCouncil = () => {
    const now = chosenCouncil();
    example.offer((now?.examples ?? []).map(({ label }, index) => ({ value: String(index), text: label })));
    officer.offer([
      ...(now?.officers ?? []).map(({ name, email }) => ({ value: email, text: name })),
      { value: "", text: "A service line or shared inbox" },
    ]);
    fillExample();
  };
  const fillExample = () => {
    const now = chosenExample();
    officer.control.value = now?.contact.officer?.email ?? "";
    hint.textContent = now?.hint ?? "";
    channel.write(now?.contact["channel"] === "email" ? "email" : "phone");
    fillFrom();
  };
  const fillFrom = () => {
    const byPhone = channel.read() === "phone";
    fromLabel.textContent = byPhone ? "Number they ring from" : "Address they write from";
    from.value = (byPhone ? chosenExample()?.contact.customer.phone : chosenExample()?.contact.customer.email) ?? "";
  };
  council.control.addEventListener("change", fillCouncil);
  example.control.addEventListener("change", fillExample);
  channel.element.addEventListener("change", fillFrom);

  const form = h(
    "form",
    { novalidate: true },
    council.element,
    example.element,
    hint,
    channel.element,
    h("div", { class: "field" }, fromLabel, from),
    officer.element,
    send,
    answer,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const picked = chosenExample();
    if (!picked) return;
    const contact = contactOf(picked, { channel: channel.read(), from: from.value, officer: officer.control.value });
    background(
      busy(form, send, async () => {
        answer.replaceChildren();
        const body: SimulatedContact = { council: council.control.value, contact };
        const { words, drawn } = resultOf(await post<SimulatedAnswer>("/-/contacts", body));
        answer.replaceChildren(...drawn);
        announce(words);
      }),
    );
  });
  fillCouncil();
  const element = h("details", { class: "panel simulate" }, h("summary", {}, h("h2", {}, "Simulate a contact")), form);
  const choose = (slug: string) => {
    if (council.control.value === slug) return;
    council.control.value = slug;
    fillCouncil();
    answer.replaceChildren();
  };
  return { element, choose };
}

type Asked = { readonly channel: Channel; readonly from: string; readonly officer: string };

/** The example with what was chosen: only the identifier that this channel would show. */
function contactOf({ contact }: ContactExample, { channel, from, officer }: Asked): Record<string, unknown> {
  const { phone: _phone, email: _email, ...customer } = contact.customer;
  const { officer: _officer, ...rest } = contact;
  const seen = from.trim() === "" ? {} : { [channel]: from.trim() };
  return {
    direction: "inbound",
    ...rest,
    channel,
    customer: { ...customer, ...seen },
    ...(officer === "" ? {} : { officer: { email: officer } }),
  };
}

type Choice = { readonly value: string; readonly text: string };

function select(label: string, choices: readonly Choice[]) {
  const control = h("select", { id: newId() });
  const offer = (options: readonly Choice[]) =>
    control.replaceChildren(...options.map(({ value, text }) => h("option", { value }, text)));
  offer(choices);
  const element = h("div", { class: "field" }, h("label", { for: control.id, class: "label" }, label), control);
  return { control, offer, element };
}

function channelChoice(): { element: HTMLElement; read: () => Channel; write: (channel: Channel) => void } {
  const option = (value: Channel, text: string) =>
    h(
      "label",
      { class: "choice" },
      h("input", { type: "radio", name: "channel", value, checked: value === "phone" }),
      h("span", {}, text),
    );
  const element = h(
    "fieldset",
    { class: "choices row" },
    h("legend", { class: "label" }, "How"),
    option("phone", "Phone call"),
    option("email", "Email"),
  );
  const read = () => (element.querySelector<HTMLInputElement>("input:checked")?.value === "email" ? "email" : "phone");
  const write = (channel: Channel) => {
    for (const input of element.querySelectorAll("input")) input.checked = input.value === channel;
  };
  return { element, read, write };
}
