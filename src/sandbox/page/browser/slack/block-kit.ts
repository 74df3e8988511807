/** The part of Block Kit that the page draws. A table of shapes; the local server has checked them. */
export type Text = { readonly type: "plain_text" | "mrkdwn"; readonly text: string };
export type Option = { readonly text: Text; readonly value: string; readonly description?: Text };
export type Confirm = {
  readonly title: Text;
  readonly text: Text;
  readonly confirm: Text;
  readonly deny: Text;
  readonly style?: "primary" | "danger";
};
type Common = { readonly action_id: string; readonly confirm?: Confirm; readonly focus_on_load?: boolean };
type Typed = Common & { readonly placeholder?: Text; readonly initial_value?: string };
type Options = {
  readonly placeholder?: Text;
  readonly options?: readonly Option[];
  readonly option_groups?: readonly { readonly label: Text; readonly options: readonly Option[] }[];
};

export type Button = Common & {
  readonly type: "button";
  readonly text: Text;
  readonly style?: "primary" | "danger";
  readonly url?: string;
  readonly accessibility_label?: string;
};
export type Overflow = Common & { readonly type: "overflow"; readonly options: readonly Option[] };
export type Image = { readonly type: "image"; readonly image_url: string; readonly alt_text: string };
export type TextInput = Typed & {
  readonly type: "plain_text_input" | "number_input" | "email_text_input" | "url_text_input";
  readonly multiline?: boolean;
  readonly max_length?: number;
  readonly min_value?: string;
  readonly max_value?: string;
  readonly is_decimal_allowed?: boolean;
};
export type Select = Common &
  Options & { readonly type: "static_select" | "radio_buttons"; readonly initial_option?: Option };
export type MultiSelect = Common &
  Options & { readonly type: "multi_static_select" | "checkboxes"; readonly initial_options?: readonly Option[] };
export type ExternalSelect = Common & {
  readonly type: "external_select" | "multi_external_select";
  readonly placeholder?: Text;
  readonly min_query_length?: number;
  readonly initial_option?: Option;
  readonly initial_options?: readonly Option[];
};
export type Picker = Common & {
  readonly type: "datepicker" | "timepicker";
  readonly initial_date?: string;
  readonly initial_time?: string;
};
export type FieldElement = TextInput | Select | MultiSelect | ExternalSelect | Picker;
export type Element = FieldElement | Button | Overflow | Image;

type Id = { readonly block_id?: string };
export type Block = Id &
  (
    | { readonly type: "header"; readonly text: Text }
    | {
        readonly type: "section";
        readonly text?: Text;
        readonly fields?: readonly Text[];
        readonly accessory?: Element;
      }
    | { readonly type: "context"; readonly elements: readonly (Text | Image)[] }
    | { readonly type: "actions"; readonly elements: readonly Element[] }
    | { readonly type: "divider" }
    | { readonly type: "image"; readonly image_url: string; readonly alt_text: string; readonly title?: Text }
    | { readonly type: "rich_text"; readonly elements: readonly RichPart[] }
    | {
        readonly type: "input";
        readonly label: Text;
        readonly hint?: Text;
        readonly optional?: boolean;
        readonly dispatch_action?: boolean;
        readonly element: FieldElement;
      }
  );

export type Style = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
};
export type Run = { readonly style?: Style } & (
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "link"; readonly url: string; readonly text?: string }
  | { readonly type: "emoji"; readonly name: string; readonly unicode?: string }
  | { readonly type: "user"; readonly user_id: string }
  | { readonly type: "channel"; readonly channel_id: string }
  | { readonly type: "broadcast"; readonly range: string }
  | { readonly type: "date"; readonly timestamp: number; readonly fallback?: string }
);
export type RichSection = { readonly type: "rich_text_section"; readonly elements: readonly Run[] };
export type RichPart =
  | RichSection
  | { readonly type: "rich_text_quote" | "rich_text_preformatted"; readonly elements: readonly Run[] }
  | {
      readonly type: "rich_text_list";
      readonly style: "bullet" | "ordered";
      readonly indent?: number;
      readonly elements: readonly RichSection[];
    };
