import { useEffect, useState } from 'preact/hooks'
import type { StoryText } from '../../protocol-desk.ts'
import { transport } from '../lib/transport.ts'

/**
 * The article of a story and the blurbs that could be made of it; the last ones stay until newer ones have come.
 *
 * @param state of the article's file, a new one of which asks again
 */
export function useStoryText(issue: string, story: string, state: string): StoryText | undefined {
  const [text, setText] = useState<StoryText>()
  useEffect(() => {
    let isWanted = true
    transport.json<StoryText>(`/api/desk/${encodeURIComponent(issue)}/story/${encodeURIComponent(story)}`).then(
      (loaded) => { if (isWanted) setText(loaded) },
      () => undefined,
    )
    return () => { isWanted = false }
  }, [issue, story, state])
  return text
}
