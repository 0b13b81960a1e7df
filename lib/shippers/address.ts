import type { StreamAddress } from './shipper';

/** What stands in a configuration for a token that is not at hand. */
const TOKEN_TO_COME = 'YOUR_TOKEN';

export interface AddressParts {
  readonly secure: boolean;
  readonly host: string;
  readonly port: string;
}

export function addressParts({ origin }: StreamAddress): AddressParts {
  const { protocol, hostname, port } = new URL(origin);
  const secure = protocol === 'https:';
  return { secure, host: hostname, port: port === '' ? (secure ? '443' : '80') : port };
}

/** The token to write; where none is needed, any text will do. */
export function tokenText({ token }: StreamAddress): string {
  return token ?? TOKEN_TO_COME;
}

/** The address with the token in its path, for programs that cannot send headers. */
export function addressWithToken({ origin, token }: StreamAddress, path: string): string {
  return token === null ? `${origin}${path}` : `${origin}/in/${token}${path}`;
}

/** Lines of a configuration; those that are false are left out. */
export function lines(...all: readonly (string | false)[]): string {
  return `${all.filter((line) => line !== false).join('\n')}\n`;
}
