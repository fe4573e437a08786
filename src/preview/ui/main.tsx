import { render } from 'preact'
import { App } from './app.tsx'
import { begin } from './lib/data.ts'
import { handleKey } from './lib/keys.ts'
import { followHistory } from './lib/navigate.ts'
import './style/page.css'

const root = document.getElementById('app')
if (root !== null) {
  followHistory()
  addEventListener('keydown', handleKey)
  render(<App />, root)
  void begin()
}
