import { Refused } from '@/lib/receivers';

/** The part of the room that one body has. */
export interface Room {
  /** Throws `Refused` when there is none left; what was taken stays taken. */
  take(bytes: number): void;
  /** Gives everything back. */
  leave(): void;
}

/** How many bytes of bodies may be in memory at once: those that arrive, and those that wait to be stored. */
export class WaitingBytes {
  private bytes = 0;

  constructor(private readonly bytesMax: number) {}

  room(): Room {
    let own = 0;
    return {
      take: (bytes) => {
        if (this.bytes + bytes > this.bytesMax)
          throw new Refused('busy', 'more arrives than can be stored; send it again');
        this.bytes += bytes;
        own += bytes;
      },
      leave: () => {
        this.bytes -= own;
        own = 0;
      },
    };
  }
}
