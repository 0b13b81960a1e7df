export { dropUpload } from './drop-upload';
export { loadableTruth, loadSample } from './load-sample';
export { previewSource } from './preview-source';
export { spoolFolder, uploadKeeper } from './uploads';
