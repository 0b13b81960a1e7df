export { dropUpload } from './drop-upload';
export { previewSource } from './preview-source';
export { spoolFolder, uploadKeeper } from './uploads';
