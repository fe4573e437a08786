import type { CommandDefinition } from '../command.ts'

/** Adds one more value to an option that may be given several times. */
export function collect(value: string, before: readonly string[]): string[] {
  return [...before, value]
}

/** `gazette add URL | FILE | -`: an article is brought in from a page, a file or pasted text. */
export const add: CommandDefinition = {
  name: 'add',
  argument: '<source>',
  summary: 'bring an article in: a web address, an .html, .txt or .md file, or - for pasted text',
  group: 'Write',
  examples: [
    ['gazette add https://example.com/a-story', 'fetch a page and write it to content/articles'],
    ['gazette add saved-page.html --section News', 'take a page that was saved in a browser'],
    ["gazette add - --url https://example.com/story --source 'The Quay Post'", 'say where pasted text is from'],
    ['gazette add pasted.txt --split', 'clean pasted text and make a file of each article in it'],
    ['gazette add - --stdout', 'clean the text on standard input and print it'],
  ],
  options: (command) =>
    command
      .option('-s, --section <name>', 'put it into this section')
      .option('--url <address>', 'link of the article, for a text that does not say it')
      .option('--source <name>', 'name of the publication it is from')
      .option('--stdout', 'print the article instead of writing a file')
      .option('-f, --force', 'write it anew when it is there already')
      .option('--split', 'make an article of each when the source holds several')
      .option('--no-split', 'take the source for one article')
      .option('--allow-host <name>', 'fetch from this host although it is not public; may be repeated', collect, []),
  run: async (shell, [source], options) => {
    const { runAdd } = await import('../ingest/add.ts')
    return runAdd(shell, source ?? '-', options)
  },
}
