import { useEffect, useState } from 'preact/hooks'
import type { IssueView } from '../../protocol.ts'
import type { TestFacts, TestRefused, TestSent } from '../../protocol-mail.ts'
import { overview } from '../lib/data.ts'
import { counted, size } from '../lib/format.ts'
import { go, place } from '../lib/navigate.ts'
import { createStore, useStore } from '../lib/store.ts'
import { transport } from '../lib/transport.ts'

/** What came of the last test, kept while other panels are open. */
const outcome = createStore<TestSent | TestRefused | { failed: string } | undefined>(undefined)
const typed = createStore('')
const toAddresses = createStore(false)

/** Sends a test of the issue, as the recipient it is seen as. */
export function SendPanel({ shown }: { shown: IssueView }): preact.JSX.Element {
  const here = useStore(place)
  const people = useStore(overview)?.recipients ?? []
  const [facts, setFacts] = useState<TestFacts>()
  const [isSending, setSending] = useState(false)
  const [addresses, byAddress, result] = [useStore(typed), useStore(toAddresses), useStore(outcome)]
  useEffect(() => {
    void transport.json<TestFacts>('/api/test').then(setFacts, (error: unknown) => { outcome.set({ failed: String(error) }) })
  }, [])
  const to = byAddress ? addresses.split(/[\s,;]+/).filter((address) => address !== '') : []
  const send = async (): Promise<void> => {
    setSending(true)
    outcome.set(undefined)
    try {
      outcome.set(await transport.post<TestSent | TestRefused>('/api/test', { issue: shown.slug, as: here.to, to }))
    } catch (error) {
      outcome.set({ failed: error instanceof Error ? error.message : String(error) })
    }
    setSending(false)
  }
  const seenAs = people.find(({ key }) => key === here.to)
  return (
    <form class="send" aria-label="Test send" onSubmit={(event) => { event.preventDefault(); void send() }}>
      <fieldset>
        <legend>Send a test to</legend>
        <label class="choice">
          <input type="radio" name="to" checked={!byAddress} onChange={() => { toAddresses.set(false) }} />
          <span>the test inbox<span class="choice-note">{facts === undefined ? '' : `${facts.inbox}, on this machine`}</span></span>
        </label>
        <label class="choice">
          <input type="radio" name="to" checked={byAddress} onChange={() => { toAddresses.set(true) }} />
          <span>these addresses<span class="choice-note">{facts === undefined ? '' : through(facts)}</span></span>
        </label>
        {byAddress ? <textarea rows={3} aria-label="Addresses" placeholder={facts?.sender ?? ''} value={addresses} onInput={(event) => { typed.set(event.currentTarget.value) }} /> : null}
      </fieldset>
      <p class="quiet">
        {here.to === 'sample' || seenAs === undefined ? 'Fields that depend on the reader show their names.' : `As “${seenAs.label}” gets it.`}{' '}
        <button type="button" class="link" onClick={() => { go({ panel: 'people' }) }}>Choose a reader</button>
      </p>
      <button type="submit" class="button primary" disabled={isSending || (byAddress && to.length === 0)}>{isSending ? 'Sending…' : 'Send the test'}</button>
      <div role="status">{result === undefined ? null : <Outcome result={result} />}</div>
    </form>
  )
}

function through({ target, isInbox, problem }: TestFacts): string {
  if (problem !== undefined) return problem
  return isInbox ? 'no mail server is set (GAZETTE_SMTP_URL), so they stay in the test inbox' : `by ${target}`
}

function Outcome({ result }: { result: TestSent | TestRefused | { failed: string } }): preact.JSX.Element {
  if ('failed' in result) return <p class="send-result failed">{result.failed}</p>
  if ('problems' in result) {
    return (
      <div class="send-result failed">
        <p>{counted(result.problems.length, 'error')} to mend first:</p>
        <ul>{result.problems.map((problem) => <li key={problem}>{problem}</li>)}</ul>
        <button type="button" class="link" onClick={() => { go({ panel: 'checks' }) }}>See the checks</button>
      </div>
    )
  }
  return (
    <div class="send-result">
      <p class="send-subject">{result.subject}</p>
      {result.messages.map(({ to, messageId, bytes, reply, ok, inInbox }) => (
        <dl key={messageId} class={ok ? '' : 'refused'}>
          <div><dt>{ok ? 'Sent' : 'Refused'}</dt><dd>{to}, {size(bytes)}</dd></div>
          <div><dt>Answer</dt><dd>{reply}</dd></div>
          <div><dt>Message-ID</dt><dd class="message-id">{messageId}</dd></div>
          {inInbox === undefined ? null : <div><dt /><dd><button type="button" class="button small" onClick={() => { go({ view: 'mail', mail: inInbox, part: 'html' }) }}>Open it in the inbox</button></dd></div>}
        </dl>
      ))}
      <p class="quiet">By {result.target}. The subject is marked with the time, so that tests do not pile up in one thread.</p>
    </div>
  )
}
