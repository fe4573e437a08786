import { useEffect, useRef, useState } from 'preact/hooks'
import { allCommands, type Command } from '../lib/keys.ts'
import { paletteOpen } from './commands.ts'
import { Dialog } from './dialog.tsx'

/** More than fit are of no help; another letter narrows them. */
const most = 12

/** Everything the page can do, by name. */
export function Palette(): preact.JSX.Element {
  return (
    <Dialog open={paletteOpen} label="Find and do" class="palette">
      <Search />
    </Dialog>
  )
}

function Search(): preact.JSX.Element {
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const found = search(query)
  useEffect(() => {
    field.current?.focus()
  }, [])
  const run = (command: Command | undefined): void => {
    if (command === undefined) return
    paletteOpen.set(false)
    command.run()
  }
  const pressed = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setChosen((chosen + step + found.length) % Math.max(1, found.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(found[chosen])
    }
  }
  return (
    <>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] === undefined ? '' : `palette-${found[chosen].id}`}
        aria-label="Find a view, story, recipient or finding"
        placeholder="Find a view, story, recipient or finding"
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={pressed}
      />
      <ul id="palette-list" role="listbox" aria-label="Found">
        {found.map((command, index) => (
          <li key={command.id} id={`palette-${command.id}`} role="option" aria-selected={index === chosen} onClick={() => { run(command) }} onMouseMove={() => { setChosen(index) }}>
            <span class="palette-label">{command.label}</span>
            <span class="palette-group">{command.group}</span>
            {command.key === undefined ? null : <kbd>{command.key}</kbd>}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p class="palette-none">Nothing of that name.</p> : null}
    </>
  )
}

/** Commands in which every word of the query begins a word, or stands somewhere; the former first. */
function search(query: string): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const scored = allCommands().flatMap((command) => {
    const text = `${command.label} ${command.group}`.toLowerCase()
    const scores = words.map((word) => (new RegExp(`(^|[^\\p{L}\\p{N}])${escape(word)}`, 'u').test(text) ? 2 : text.includes(word) ? 1 : 0))
    return scores.includes(0) ? [] : [{ command, score: scores.reduce<number>((sum, score) => sum + score, 0) }]
  })
  return scored.toSorted((a, b) => b.score - a.score).slice(0, most).map(({ command }) => command)
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
