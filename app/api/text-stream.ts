/**
 * Pieces of text as a body, a piece at a time as the client takes it. The first one is made before the stream is given
 * out, so that a wrong question is answered with an error and not with a broken download.
 */
export async function textStream(pieces: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let piece = await pieces.next();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!piece.done) {
          controller.enqueue(encoder.encode(piece.value));
          piece = await pieces.next();
        }
        if (piece.done) controller.close();
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
