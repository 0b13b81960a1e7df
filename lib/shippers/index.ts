export type { Setup, Shipper, StreamAddress } from './shipper';
export { SHIPPERS } from './shippers';
