export { AddStream } from './add-stream';
export { AddStreamLink, StreamList } from './stream-list';
export { StreamSection } from './stream-section';
export { StreamSenders } from './stream-senders';
