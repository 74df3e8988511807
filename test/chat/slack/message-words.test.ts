import { describe, expect, it } from "vitest";
import { messageWords } from "../../../src/chat/slack/message-words.ts";

describe("the words of a Slack message", () => {
  it.each([
    ["plain", "I have rung 14 times", "I have rung 14 times"],
    ["escaped", "a &lt; b &amp;&amp; b &gt; &amp;lt;", "a < b && b > &lt;"],
    ["a labelled link", "see <https://example.org/x?a=1&amp;b=2|the page>", "see the page"],
    ["a bare link", "see <https://example.org/x?a=1&amp;b=2>", "see https://example.org/x?a=1&b=2"],
    [
      "an address and a number",
      "<mailto:jo@mail.example|jo@mail.example> <tel:07700900123>",
      "jo@mail.example 07700900123",
    ],
    ["a person, a channel and everybody", "<@U024> in <#C1|housing>: <!channel>", "@U024 in housing: !channel"],
    ["marks of style, left alone: a gas leak is one either way", "*gas* _leak_", "*gas* _leak_"],
  ])("%s", (_name, text, words) => {
    expect(messageWords({ text })).toBe(words);
  });

  it("are those of the message it shares when it has none of its own", () => {
    const attachments = [{ text: "First &amp; last" }, { fallback: "no text" }, { text: "Second" }];
    expect(messageWords({ text: " ", attachments })).toBe("First & last\n\n\n\nSecond");
  });

  it.each([[undefined], ["text"], [{}], [{ text: 5, attachments: "none" }]])("are none in %j", (message) => {
    expect(messageWords(message)).toBe("");
  });
});
