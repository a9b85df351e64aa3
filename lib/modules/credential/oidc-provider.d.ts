/** The part of `oidc-provider` (which brings no types) that the tests use. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  interface Configuration {
    clients: Record<string, unknown>[];
    scopes: string[];
    ttl: { ClientCredentials: number };
    features: {
      devInteractions: { enabled: boolean };
      clientCredentials: { enabled: boolean };
      resourceIndicators: {
        enabled: boolean;
        /** The resource of a request that names none. */
        defaultResource: (context: { oidc: { body?: Record<string, unknown> } }) => string | string[];
        getResourceServerInfo: (
          context: unknown,
          resource: string,
        ) => { scope: string; audience: string; accessTokenFormat: 'opaque' | 'jwt' };
      };
    };
  }

  /** An OpenID authorization server. */
  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): RequestListener;
    ClientCredentials: { find(token: string): Promise<{ scope?: string; aud?: string } | undefined> };
  }
}
