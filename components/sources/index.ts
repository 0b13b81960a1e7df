export { SourceList } from './source-list';
export { SourcePage } from './source-page';
