/** The looks of the inbox's page: the message is what matters, everything around it stays quiet. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --canvas: #f4f3f1; --paper: #ffffff; --ink: #1c1b19; --quiet: #66635d; --line: #e4e2dd;
  --accent: #0b6670; --chosen: #e9eeee; --bad: #a3271c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --canvas: #101113; --paper: #17181a; --ink: #ece9e3; --quiet: #a19d95; --line: #34363a;
    --accent: #6fc3cc; --chosen: #1f2627; --bad: #f08a7e;
  }
}
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body {
  display: grid; grid-template: 48px minmax(0, 1fr) / 340px minmax(0, 1fr); background: var(--canvas); color: var(--ink);
  font: 14px/20px -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif;
}
a { color: inherit; text-decoration: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; border-radius: 4px; }
header {
  grid-column: 1 / -1; min-width: 0; display: flex; align-items: center; gap: 16px; padding: 0 16px;
  border-bottom: 1px solid var(--line);
}
header h1 { font-size: 14px; font-weight: 600; margin: 0; }
header .quiet { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.quiet { color: var(--quiet); font-size: 13px; }
button {
  height: 32px; padding: 0 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper);
  color: var(--ink); font: inherit; font-size: 13px; cursor: pointer;
}
button:hover { border-color: var(--quiet); }
nav { overflow-y: auto; border-right: 1px solid var(--line); }
nav ol { list-style: none; margin: 0; padding: 8px; }
nav li a { display: block; padding: 8px 8px 8px 16px; border-radius: 6px; position: relative; }
nav li a:hover { background: var(--paper); }
nav li a[aria-current] { background: var(--chosen); }
nav li a.unread::before {
  content: ""; position: absolute; left: 4px; top: 15px; width: 6px; height: 6px; border-radius: 3px; background: var(--accent);
}
nav .to { display: flex; gap: 8px; justify-content: space-between; }
nav .to span:first-child, nav .subject { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
nav .to time { flex: none; }
nav .subject { color: var(--ink); }
nav .unread .subject { font-weight: 600; }
main { display: flex; flex-direction: column; min-width: 0; min-height: 0; background: var(--paper); }
.head { padding: 16px 24px 0; border-bottom: 1px solid var(--line); }
.head h2 { font-size: 20px; line-height: 26px; font-weight: 600; margin: 0 0 4px; overflow-wrap: anywhere; }
.head p { margin: 0; overflow-wrap: anywhere; }
.tabs { display: flex; flex-wrap: wrap; gap: 4px; margin: 8px 0 0 -12px; align-items: center; }
.tabs a { padding: 6px 12px 8px; border-bottom: 2px solid transparent; color: var(--quiet); font-size: 13px; }
.tabs a:hover { color: var(--ink); }
.tabs a[aria-current] { color: var(--ink); border-color: var(--accent); }
.body { flex: 1; overflow: auto; min-height: 0; }
.body.framed { overflow: hidden; display: flex; background: #ffffff; }
iframe { flex: 1; border: 0; width: 100%; background: #ffffff; }
pre {
  margin: 0; padding: 24px; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 13px/20px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
}
dl { display: grid; grid-template-columns: minmax(140px, max-content) 1fr; gap: 8px 24px; margin: 0; padding: 24px; max-width: 900px; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
dd.bad { color: var(--bad); }
ul.files { list-style: none; margin: 0; padding: 24px; }
ul.files a { color: var(--accent); }
.actions { padding: 0 24px 24px; display: flex; gap: 16px; align-items: center; }
.empty { margin: auto; text-align: center; max-width: 420px; padding: 24px; }
.empty h2 { font-size: 20px; line-height: 26px; margin: 0 0 8px; }
code { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--canvas); padding: 2px 6px; border-radius: 4px; }
.faults { color: var(--bad); }
@media (max-width: 760px) {
  body { grid-template: 48px 34vh minmax(0, 1fr) / minmax(0, 1fr); }
  header h1 { white-space: nowrap; }
  nav { border-right: 0; border-bottom: 1px solid var(--line); }
  .head { padding: 12px 16px 0; } dl { grid-template-columns: 1fr; gap: 2px; } dd { margin-bottom: 8px; }
}
@media (prefers-reduced-motion: no-preference) {
  nav li.new a { animation: flash 600ms; }
  @keyframes flash { from { background: var(--chosen); } }
}
`

/** What the page does by itself: show mail as it comes, clear, and try the unsubscribe link. */
export const pageScript = `
const list = document.querySelector('nav')
const chosen = document.body.dataset.chosen || ''
async function refresh(arrived) {
  const response = await fetch('/list?chosen=' + encodeURIComponent(chosen))
  if (!response.ok) return
  const scroll = list.scrollTop
  list.innerHTML = await response.text()
  list.scrollTop = scroll
  document.querySelector('#count').textContent = list.querySelector('ol')?.dataset.count || ''
  if (arrived) list.querySelector('li')?.classList.add('new')
  if (arrived && chosen === '') location.reload()
}
const events = new EventSource('/api/v1/events')
events.addEventListener('arrived', () => refresh(true))
events.addEventListener('changed', () => refresh(false))
document.addEventListener('click', async (event) => {
  const button = event.target.closest('button')
  if (!button) return
  if (button.id === 'clear') {
    await fetch('/api/v1/messages', { method: 'DELETE' })
    location.href = '/'
  }
  if (button.id === 'unsubscribe') {
    const result = document.querySelector('#unsubscribe-result')
    result.textContent = 'Asking…'
    const response = await fetch('/api/v1/message/' + chosen + '/unsubscribe', { method: 'POST' })
    result.textContent = (await response.json()).said
  }
})
document.addEventListener('keydown', (event) => {
  if (event.key !== 'j' && event.key !== 'k') return
  const current = list.querySelector('[aria-current]')?.parentElement
  const next = event.key === 'j' ? current?.nextElementSibling : current?.previousElementSibling
  next?.querySelector('a')?.click()
})
`
