/** Has no types of its own (https://github.com/zhipeng-jia/snappyjs). */
declare module 'snappyjs' {
  /** Unpacks one block; throws when it is none, or holds more than `bytesMax`. */
  export function uncompress(packed: Uint8Array, bytesMax?: number): Uint8Array;
  export function compress(bytes: Uint8Array): Uint8Array;
}
