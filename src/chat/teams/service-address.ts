/**
 * Where the Bot Connector may be. The bot's token goes to these addresses, and an activity names one itself, so only
 * Microsoft's own are taken (PLATFORM 2.8, point 3).
 */

/** Microsoft's hosts of the connector: worldwide, and the government clouds. A table. */
const HOSTS: ReadonlySet<string> = new Set([
  "smba.trafficmanager.net",
  "smba.onyx.prod.teams.trafficmanager.net",
  "smba.infra.gcc.teams.microsoft.com",
  "smba.infra.gov.teams.microsoft.us",
  "smba.infra.dod.teams.microsoft.us",
]);

/** For a person who has not been heard from: it reaches every region. */
export const WORLDWIDE = "https://smba.trafficmanager.net/teams";

export type AddressRule = (serviceUrl: string) => boolean;

/** Whether an address may be called. With `loopback` only this machine is: for the sandbox and for tests. */
export function addressRule({ loopback }: { readonly loopback: boolean }): AddressRule {
  return (serviceUrl) => {
    const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined;
    if (url === undefined || url.username !== "" || url.password !== "") return false;
    if (loopback) return isLoopback(url.hostname);
    return url.protocol === "https:" && url.port === "" && HOSTS.has(url.hostname);
  };
}

export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
