/** How the renderer draws cards. A table. Colours are the page's own custom properties, so both schemes follow. */
const pair = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name}-subtle)` });
const foreground = {
  default: pair("card-text"),
  accent: pair("card-accent"),
  dark: pair("card-text"),
  light: pair("card-text"),
  good: pair("card-good"),
  warning: pair("card-warning"),
  attention: pair("card-attention"),
};
const style = (name: string) => ({
  backgroundColor: `var(--card-${name})`,
  borderColor: "var(--line)",
  foregroundColors: foreground,
});

export const HOST_CONFIG = {
  hostCapabilities: { capabilities: {} },
  supportsInteractivity: true,
  fontFamily: "inherit",
  fontSizes: { small: 13, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 650 },
  spacing: { small: 4, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: { ...style("plain"), backgroundColor: "transparent" },
    emphasis: style("emphasis"),
    accent: style("emphasis"),
    good: style("emphasis"),
    warning: style("emphasis"),
    attention: style("attention-ground"),
  },
  inputs: {
    label: {
      inputSpacing: 4,
      requiredInputs: { weight: "Bolder", suffix: " *", suffixColor: "Attention" },
      optionalInputs: { weight: "Bolder" },
    },
    errorMessage: { color: "Attention", weight: "Bolder", spacing: "Small" },
  },
  actions: {
    maxActions: 6,
    spacing: "Default",
    buttonSpacing: 8,
    showCard: { actionMode: "Inline", inlineTopMargin: 12 },
    actionsOrientation: "Horizontal",
    actionAlignment: "Left",
  },
  textBlock: { headingLevel: 3 },
  factSet: {
    title: { color: "Default", size: "Default", weight: "Bolder", wrap: true, maxWidth: 160 },
    value: { color: "Default", size: "Default", weight: "Default", wrap: true },
    spacing: 12,
  },
};
