/** A defect that was planted on purpose. */
export interface Planted {
  code: string
  file: string
  line: number
}

/** A newsletter folder with planted defects, as `path → text`. */
export interface Corpus {
  files: Record<string, string | Buffer>
  planted: Planted[]
}

const mark = /[ \t]*⟦([^⟧]*)⟧/g

/**
 * Takes the marks out of the files of a newsletter. A mark `⟦GZ-K408⟧`, or `⟦GZ-K408 GZ-K411⟧`, stands at the end of
 * the line at which the finding must be.
 */
export function corpus(marked: Readonly<Record<string, string | Buffer>>): Corpus {
  const planted: Planted[] = []
  const files: Record<string, string | Buffer> = {}
  for (const [file, text] of Object.entries(marked)) {
    files[file] = typeof text === 'string' ? text.replaceAll(mark, '') : text
    if (typeof text === 'string') planted.push(...marksIn(file, text))
  }
  return { files, planted }
}

function marksIn(file: string, text: string): Planted[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(mark)].flatMap(([, codes = '']) => codes.split(' ').map((code) => ({ code, file, line: index + 1 }))),
  )
}
