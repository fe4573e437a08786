import { allCommands } from '../lib/keys.ts'
import { keysOpen } from './commands.ts'
import { Dialog } from './dialog.tsx'

/** Every key there is. */
export function KeySheet(): preact.JSX.Element {
  return (
    <Dialog open={keysOpen} label="Keys" class="keys">
      <Sheet />
    </Dialog>
  )
}

function Sheet(): preact.JSX.Element {
  const keyed = allCommands().filter((command) => command.key !== undefined)
  const groups = [...new Set(keyed.map((command) => command.group))]
  return (
    <>
      <h2>Keys</h2>
      <div class="keys-groups">
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {keyed.filter((command) => command.group === group).map((command) => (
                <div key={command.id}>
                  <dt><kbd>{command.key}</kbd></dt>
                  <dd>{command.label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="keys-about">Keys work outside fields, and inside the message too. In the message, a click chooses a story; with Ctrl or ⌘ held, a click on a link opens it.</p>
      <form method="dialog"><button class="button">Close</button></form>
    </>
  )
}
