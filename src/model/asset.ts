/** A local picture that an issue shows, read and ready to be sent or copied. */
export interface Asset {
  /** Where it was found, relative to the newsletter folder. */
  file: string
  /** Name in the output folder and in links; changes with the content, so that it can be cached for ever. */
  name: string
  type: string
  bytes: Uint8Array
  width?: number
  height?: number
}
