/** The tour as a list that folds away. */
import { h } from "../dom.ts";
import { TOUR } from "./tour-steps.ts";

export function tourPanel(): HTMLElement {
  return h(
    "details",
    { class: "panel tour", open: true },
    h("summary", {}, h("h2", {}, "A tour in ten steps")),
    h("ol", {}, ...TOUR.map(({ title, text }) => h("li", {}, h("strong", {}, title), h("p", {}, text)))),
  );
}
