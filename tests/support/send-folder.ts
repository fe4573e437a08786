import { onTestFinished } from 'vitest'
import { type FakeSmtp, fakeSmtp, type Script } from '../deliver/helpers/fake-smtp.ts'
import { documentOf, gazette, type Run } from './cli.ts'
import { article, newsletterFolder } from './newsletter-folder.ts'

export const sendNewsletter =
  'name: The Harbour Review\nfrom:\n  address: news@harbour.example\nlinks:\n  unsubscribe: https://harbour.example/u/{token}\ndelivery:\n  connections: 3\n  patience: 1s\n  wait: 0s\n'

/** A list with so many readers. */
export function listOf(count: number): string {
  return `email\n${Array.from({ length: count }, (_, index) => `reader${index + 1}@example.com\n`).join('')}`
}

/** A newsletter folder with an issue, 2026-w47, and a list, people.csv. */
export function sendFolder(people: string, more: Record<string, string> = {}): string {
  return newsletterFolder({
    'content/newsletter.yaml': sendNewsletter,
    'content/articles/2026-11-20-crane.md': article('The crane comes down', 'url: https://harbour.example/crane\n'),
    'content/issues/2026-w47.md': '---\ndate: 2026-11-21\nsubject: The crane\narticles: [2026-11-20-crane]\n---\n',
    'people.csv': people,
    ...more,
  })
}

/** A mail server that ends with the test. */
export async function mailServer(script: Script = {}): Promise<FakeSmtp> {
  const server = await fakeSmtp(script)
  onTestFinished(() => server.close())
  return server
}

/** `gazette send 2026-w47 --list people.csv …`, to the end. */
export function send(root: string, url: string, ...args: string[]): Promise<Run> {
  return gazette(['send', '2026-w47', '--list', 'people.csv', ...args], { cwd: root, env: { GAZETTE_SMTP_URL: url } })
}

/** The equation of 2026-w47, as `gazette status 2026-w47 --json` tells it. */
export async function equation(root: string): Promise<Record<string, unknown>> {
  const { accepted, rejected, suppressed, in_doubt, pending, prepared, addsUp } = documentOf(await gazette(['status', '2026-w47', '--json'], { cwd: root })).data as Record<string, unknown>
  return { accepted, rejected, suppressed, in_doubt, pending, prepared, addsUp }
}
