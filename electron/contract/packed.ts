/** A value as bytes in the form of `electron/packing`. What it is when unpacked stands in the type alone. */
export type Packed<T> = Uint8Array & { readonly unpacked?: T };
