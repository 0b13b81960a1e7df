/** Who does something to a hunt: as others see it, and where it is known the id of the person. */
export interface Author {
  readonly name: string;
  readonly id: string | null;
}
