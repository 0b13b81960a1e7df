/** How items are written: what opens the text, and each item's line. */
interface Lines<Item> {
  readonly head: string;
  line(item: Item): string;
}

/**
 * The pages as text, a page at a time as the client takes it. The first page is read before the stream is given out, so
 * that a wrong question is answered with an error and not with a broken download.
 */
export async function textStream<Item>(
  pages: AsyncGenerator<readonly Item[]>,
  lines: Lines<Item>,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let page = await pages.next();
  let head = lines.head;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!page.done) {
          controller.enqueue(encoder.encode(head + page.value.map((item) => lines.line(item)).join('')));
          head = '';
          page = await pages.next();
        }
        if (page.done) controller.close();
      },
      async cancel() {
        await pages.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
