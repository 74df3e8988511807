/** Who is played and what is open, kept in the address: the browser's Back works, and a reload stays. */
export type Address = { readonly persona: string | undefined; readonly conversation: string | undefined };

/** App Home is shown beside the conversations under this name. */
export const HOME = "home";

export function readAddress(hash: string = location.hash): Address {
  const [chat, person, conversation] = hash.slice(1).split("/").map(decodeURIComponent);
  return {
    persona: chat && person ? `${chat} ${person}` : undefined,
    conversation: conversation || undefined,
  };
}

export function writeAddress(persona: string, conversation?: string): void {
  const parts = [...persona.split(" "), ...(conversation ? [conversation] : [])];
  const hash = `#${parts.map(encodeURIComponent).join("/")}`;
  if (location.hash !== hash) location.hash = hash;
}
