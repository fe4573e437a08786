import { directionOf } from '../../lib/direction.ts'
import { markup, Markup } from '../../lib/markup.ts'
import { unsubscribeTexts } from './texts.ts'

export type PageState = 'question' | 'done' | 'unknown' | 'failed'

/** Quiet, like the newsletter's own footer; the one thing to do is the one button. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1c1b19; --quiet: #66635d; }
@media (prefers-color-scheme: dark) { :root { --paper: #17181a; --ink: #ece9e3; --quiet: #a19d95; } }
body {
  margin: 0; padding: 15vh 24px 24px; background: var(--paper); color: var(--ink);
  font: 17px/27px -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif;
}
main { max-width: 480px; margin: 0 auto; }
p.name { margin: 0 0 32px; padding-bottom: 8px; border-bottom: 2px solid var(--ink); font-weight: 600; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 33px; font-weight: 600; }
p { margin: 0 0 24px; color: var(--quiet); overflow-wrap: anywhere; }
p.name { color: var(--ink); }
button {
  min-height: 48px; padding: 8px 24px; border: 0; border-radius: 6px; background: var(--ink); color: var(--paper);
  font: inherit; font-weight: 600; cursor: pointer;
}
button:focus-visible { outline: 3px solid var(--quiet); outline-offset: 3px; }
`

/** The page behind the link in the message. It names no address: a link may have been forwarded. */
export function unsubscribePage(name: string, language: string, state: PageState): string {
  const { texts, lang } = unsubscribeTexts(language)
  const fill = (text: string): string => text.replaceAll('{name}', name)
  const [title, explanation] = {
    question: [texts.question, texts.explanation],
    done: [texts.done, texts.doneExplanation],
    unknown: [texts.unknown, texts.unknownExplanation],
    failed: [texts.failed, texts.failedExplanation],
  }[state].map((text) => fill(text))
  return markup`<!doctype html>
<html lang="${lang}" dir="${directionOf(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<main>
<p class="name">${name}</p>
<h1>${title}</h1>
<p>${explanation}</p>
${state === 'question' && markup`<form method="post"><button name="answer" value="leave">${texts.button}</button></form>`}
</main>
</body>
</html>
`.html
}
