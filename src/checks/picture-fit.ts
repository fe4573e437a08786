/** Width and height in pixels. */
export interface PictureSize {
  width: number
  height: number
}

/** Pixels of the file for each pixel shown, below which a picture looks soft on most screens of today. */
const sharp = 1.5

/** Difference of proportions that nobody sees. */
const slack = 0.05

/** Whether a file has too few pixels for the width at which it is shown. */
export function isSoft(width: number, shown: number): boolean {
  return width < shown * sharp
}

/** Whether a picture is shown in other proportions than its own. */
export function isStretched(own: PictureSize, shown: PictureSize): boolean {
  return Math.abs(shown.width / shown.height / (own.width / own.height) - 1) > slack
}
