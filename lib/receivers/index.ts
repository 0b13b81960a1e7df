export { RETRY_SECONDS } from './answers';
export { Refused, unpacked, wholeBody } from './body';
export {
  type Answer,
  BadBody,
  type BatchReceiver,
  type Hints,
  type PieceReceiver,
  type ProbeReceiver,
  type ReceivedRecord,
  type ReceivedRequest,
  type Receiver,
  type Refusal,
} from './receiver';
export { RECEIVERS } from './receivers';
export { SyslogFramer, syslogRecord } from './syslog';
export { type AnnouncedUpload, type UploadKeeper, uploadName } from './upload';
export { type BodyUpload, receiveBody } from './upload-body';
export { tusServer } from './upload-tus';
