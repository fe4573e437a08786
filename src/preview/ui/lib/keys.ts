/** A thing the page can do, by key, by the palette, or both. */
export interface Command {
  id: string
  label: string
  /** One character without a modifier; browsers keep all others for themselves. */
  key?: string
  group: string
  run: () => void
}

let commands: readonly Command[] = []

/** Replaces the commands there are. */
export function setCommands(next: readonly Command[]): void {
  commands = next
}

export function allCommands(): readonly Command[] {
  return commands
}

/** Runs the command of a pressed key; the page and its frames share it. */
export function handleKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return
  if (isTyping(event.target)) return
  const command = commands.find(({ key }) => key === event.key)
  if (command === undefined) return
  event.preventDefault()
  command.run()
}

/** Whether the key is meant for a field. Elements of a frame are not instances of this page's classes. */
function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  if (element === null || typeof element.closest !== 'function') return false
  return element.closest('input, textarea, select, [contenteditable="true"], dialog') !== null
}
