import { escapeHtml } from '../lib/escape-html.ts'

/** What the page must know before it can ask for anything. */
export interface PageFacts {
  title: string
  /** Shown with every write; empty where nothing may be written. */
  token: string
  /** Scripts of an export, loaded before the page's own. */
  scripts?: readonly string[]
  /** Policy to carry inside, for a page that no server sends. */
  policy?: string
}

/** The one HTML document of the preview; everything in it is drawn by `ui/app.js`. */
export function pageHtml({ title, token, scripts = [], policy }: PageFacts): string {
  const guard = policy === undefined ? '' : `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">\n`
  const data = scripts.map((script) => `<script defer src="${escapeHtml(script)}"></script>\n`).join('')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${guard}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="gazette-token" content="${escapeHtml(token)}">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%230b6670'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='white' stroke-width='1.5'/%3E%3C/svg%3E">
<link rel="stylesheet" href="ui/app.css">
${data}<script defer src="ui/app.js"></script>
</head>
<body><div id="app"></div><noscript>The preview needs JavaScript.</noscript></body>
</html>
`
}
