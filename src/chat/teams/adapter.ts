/** botbuilder's adapter: it verifies who sent an activity and runs the turn. Nothing is sent through it. */
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type InvokeResponse } from "botbuilder";
import type { TurnHandler } from "./handler.ts";

export type Trust = {
  /** The bot; `undefined` in a local tenant, which signs nothing. */
  readonly appId: string | undefined;
  /** Where the keys of the Bot Service are; Microsoft's own when left out. */
  readonly openIdMetadataUrl?: string | undefined;
};

export const ISSUER = "https://api.botframework.com";
const METADATA = "https://login.botframework.com/v1/.well-known/openidconfiguration";

/** The adapter without its own answer to the caller, which would hold the text of any error (PLATFORM 2.8, point 6). */
export class TurnAdapter extends CloudAdapter {
  /**
   * Verifies the sender, then runs what `begin` gives for the turn.
   * Throws when the sender is not the Bot Service, or its keys cannot be had: `begin` is then not called.
   */
  take(
    { authorization, activity }: { readonly authorization: string; readonly activity: Activity },
    begin: () => Promise<TurnHandler | undefined>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, async (context) => {
      const handler = await begin();
      if (handler !== undefined) await handler.run(context);
    });
  }
}

export function createAdapter({ appId, openIdMetadataUrl = METADATA }: Trust): TurnAdapter {
  // When one of these is set all must be. The emulator's tokens are refused before (guard.ts), whatever stands here.
  const addresses = {
    ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/",
    ToChannelFromBotOAuthScope: ISSUER,
    ToBotFromChannelTokenIssuer: ISSUER,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
    OAuthUrl: ISSUER,
  };
  return new TurnAdapter(new ConfigurationBotFrameworkAuthentication(addresses, identity(appId)));
}

/** Whose bot this is. It signs nothing: the connector (connector.ts) has its own token. */
function identity(appId: string | undefined) {
  return {
    isValidAppId: (id: string) => Promise.resolve(id === appId),
    isAuthenticationDisabled: () => Promise.resolve(appId === undefined),
    createCredentials: () => Promise.resolve({ signRequest: <R>(request: R) => Promise.resolve(request) }),
  };
}
