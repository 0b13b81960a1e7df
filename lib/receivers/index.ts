export { type AnnouncedUpload, type UploadKeeper, uploadName } from './upload';
export { type BodyUpload, receiveBody } from './upload-body';
export { tusServer } from './upload-tus';
