export { findToken, type ValidToken } from './find-token';
export { listTokens, makeToken, revokeToken } from './make-token';
export { pathBehindToken, presentedSecret } from './presented-secret';
