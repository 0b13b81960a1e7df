export { cancelReading } from './cancel-reading';
export { filesOfDrop, filesOfInput } from './chosen-files';
export { describeSource } from './describe-upload';
export { FileChoosers } from './file-choosers';
export { ProgressBar } from './progress-bar';
export { isBusy, sourcesQuery } from './sources-query';
export { type ChosenFile, tarBlob } from './tar-blob';
export { useUploads } from './upload-context';
export { UploadProvider } from './upload-provider';
