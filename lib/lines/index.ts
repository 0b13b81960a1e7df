export { BLOCK_BYTES, BlockCutter } from './block-cutter';
export { continues, type PreviousRecord } from './continuation';
export type { DocumentFramer, DocumentItem } from './document-item';
export { type DocumentKind, documentKind } from './document-kind';
export { JournalExportFramer } from './journal-export-framer';
export { JsonFramer } from './json-framer';
export { YamlFramer } from './yaml-framer';
