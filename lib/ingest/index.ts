export { dropUpload } from './drop-upload';
export { spoolFolder, uploadKeeper } from './uploads';
