export { dropUpload } from './drop-upload';
export { loadableTruth, loadSample } from './load-sample';
export { previewSource } from './preview-source';
export { readRuleUpload } from './read-rule-upload';
export { spoolFolder, uploadKeeper } from './uploads';
