export {
  CHARSET,
  type Charset,
  fromWindows1252,
  OriginalBytes,
  toWindows1252,
  Utf16Reader,
  utf16Length,
} from './charset';
export { CODEC, decodeBlock, decodeBlockSync, type EncodedBlock, encodeBlock } from './codec';
export { type BlockFilters, buildFilters, mayContain, type NeedleProbe, probeFor } from './filters';
