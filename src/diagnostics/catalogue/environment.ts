import type { Entry } from '../entry.ts'

/** E: files, folders and the machine; U: the command line. */
export const environmentCodes = {
  'GZ-E001': {
    severity: 'error',
    title: 'file cannot be read',
    explanation:
      'The file exists but the system refused to hand it over. Check its permissions, and that no other program holds it.',
  },
  'GZ-E002': {
    severity: 'error',
    title: 'output cannot be written',
    explanation:
      'The output is written to a temporary folder beside its final place and moved there when it is whole, so the previous output is untouched. Free some space or make the folder writable, or choose another one with --out.',
  },
  'GZ-U001': {
    severity: 'error',
    title: 'unknown command, option or argument',
    explanation: 'The command line holds something Gazette does not know. `gazette --help` lists the commands.',
  },
  'GZ-U002': {
    severity: 'error',
    title: 'unknown diagnostic code',
    explanation: 'Codes look like GZ-C004. `gazette explain` without a code lists all of them.',
  },
  'GZ-U003': {
    severity: 'error',
    title: 'no such issue',
    explanation:
      'The name given is not that of a file in content/issues. Use the file name without `.md`, for example 2026-w48.',
  },
  'GZ-U004': {
    severity: 'error',
    title: 'unusable option value',
    explanation: 'An option was given a value it cannot take. The message says what it takes.',
  },
  'GZ-U005': {
    severity: 'error',
    title: 'something is there already',
    explanation:
      'Commands that make files never write over one. Choose another folder or name, or remove what is there if it is not needed.',
  },
} satisfies Record<string, Entry>
