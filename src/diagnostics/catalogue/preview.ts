import type { Entry } from '../entry.ts'

/** P: the preview. */
export const previewCodes = {
  'GZ-P001': {
    severity: 'error',
    title: 'the build stopped',
    explanation:
      'Something went wrong that Gazette does not know how to explain: a mistake of its own, most likely. The preview goes on with the last good message; the next change of a file tries again. The text after the code is what the program itself said.',
  },
  'GZ-P002': {
    severity: 'error',
    title: 'no free port for the preview',
    explanation:
      'The preview listens on port 4400 of this machine, or on the next free one of the twenty that follow. All are taken, or the one asked for with --port is. End another preview, or choose a port with --port.',
  },
  'GZ-P003': {
    severity: 'error',
    title: 'no network to show the preview on',
    explanation:
      'With --host the preview can be read from another machine of the same network, such as a phone. This machine has no address in a network at the moment.',
  },
  'GZ-P004': {
    severity: 'error',
    title: 'folder for the export holds other files',
    explanation:
      'gazette preview --static writes into a folder that is empty or holds an earlier export, which it replaces. The one named holds something else, and nothing of it was touched.',
  },
} satisfies Record<string, Entry>
