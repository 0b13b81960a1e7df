export { spoolFolder, uploadKeeper } from './uploads';
