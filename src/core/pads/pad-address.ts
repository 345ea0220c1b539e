/** A pad: the root of its server, with a slash at the end, and the name, alias or id by which the server knows it. */
export interface PadAddress {
  readonly server: string
  readonly id: string
  /** Where in the pad: `#/3/1` or `#heading`, else empty. */
  readonly fragment: string
}

/** Why an address does not lead to a pad: one clause without a full stop, such as "it is the address of an uploaded file". */
export interface NoPadAddress {
  readonly problem: string
}

/** Reads the address of a pad in any form that people copy; says why it is none. */
export function explainPadAddress(written: string): PadAddress | NoPadAddress {
  return { problem: `"${written}" is not an address` }
}

/** Reads the address of a pad in any form that people copy; `undefined` if it is none. */
export function readPadAddress(written: string): PadAddress | undefined {
  const read = explainPadAddress(written)
  return 'problem' in read ? undefined : read
}

/** The normal form of the address of a pad, without the place in it: the key by which pads are compared. */
export function writePadAddress({ server, id }: PadAddress): string {
  return server + encodeURIComponent(id)
}
