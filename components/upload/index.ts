export { cancelReading } from './cancel-reading';
export { describeSource } from './describe-upload';
export { FileChoosers } from './file-choosers';
export { ProgressBar } from './progress-bar';
export { isBusy, sourcesQuery } from './sources-query';
export { useUploads } from './upload-context';
export { UploadProvider } from './upload-provider';
