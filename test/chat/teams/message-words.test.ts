import { describe, expect, it } from "vitest";
import { messageWords } from "../../../src/chat/teams/message-words.ts";

const html = (content: string) => messageWords({ contentType: "html", content });

describe("the words of a Teams message", () => {
  it.each([
    ["paragraphs", "<div><p>Dear all</p>\n<p>I have rung<br>14 times</p></div>", "Dear all\nI have rung\n14 times"],
    ["a list", "<ul><li>one</li><li>two</li></ul>", "one\ntwo"],
    [
      "entities",
      "a &lt; b &amp;amp; b &gt; &quot;c&quot;&nbsp;&#39;d&#39; &#x1F44B; &unknown; &#0;",
      `a < b &amp; b > "c" 'd' 👋 &unknown; &#0;`,
    ],
    [
      "a mention, a link and an attachment",
      `<at id="0">Jo</at> <a href="https://x.example">here</a><attachment id="1"></attachment>`,
      "Jo here",
    ],
    ["what looks like a mark once it is read", "&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"],
  ])("%s", (_name, content, words) => {
    expect(html(content)).toBe(words);
  });

  it("are left as they are when they are plain text", () => {
    expect(messageWords({ contentType: "text", content: " <b> &amp; " })).toBe("<b> &amp;");
  });

  it.each([[undefined], ["text"], [{}], [{ content: 5 }]])("are none in %j", (body) => {
    expect(messageWords(body)).toBe("");
  });
});
