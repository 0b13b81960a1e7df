export { RetentionSettings } from './retention-settings';
export { SourceRetention } from './source-retention';
