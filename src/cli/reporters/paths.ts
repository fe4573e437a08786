import { relative, sep } from 'node:path'

/** The path of a newsletter's file as it is seen from where the command runs, with forward slashes. */
export function fromHere(root: string, file: string): string {
  const folder = relative(process.cwd(), root).split(sep).join('/')
  return folder === '' ? file : `${folder}/${file}`
}
