import { useEffect, useState } from 'preact/hooks'
import { fail } from './actions.ts'
import { transport } from './transport.ts'

/** The text at a path, fetched again when its version changes; the old one stays until the new one is there. */
export function useText(path: string, version: string): string | undefined {
  const [text, setText] = useState<string>()
  useEffect(() => {
    let late = false
    transport.text(path).then((value) => {
      if (!late) setText(value)
    }, fail)
    return () => {
      late = true
    }
  }, [path, version])
  return text
}
