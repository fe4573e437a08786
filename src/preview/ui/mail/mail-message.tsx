import { useEffect, useState } from 'preact/hooks'
import type { Unsubscribed } from '../../protocol-mail.ts'
import { Segments } from '../chrome/controls.tsx'
import { counted, size } from '../lib/format.ts'
import { go } from '../lib/navigate.ts'
import type { Part } from '../lib/place.ts'
import { transport } from '../lib/transport.ts'
import { clear, type Detail, type Entry, type FilePart, loadEntries, mailPath, type Verdict } from './mail-data.ts'

/** A message of the test inbox, in one of its forms. */
export function MailMessage({ entry, part }: { entry: Entry; part: Part }): preact.JSX.Element {
  const { ID } = entry
  const detail = useLoaded(mailPath(ID), (path) => transport.json<Detail>(path))
  const verdicts = useLoaded(mailPath(ID, 'verdicts'), (path) => transport.json<Verdict[]>(path))
  useEffect(() => {
    // Reading it has marked it as read.
    if (detail !== undefined && !entry.Read) void loadEntries().catch(() => undefined)
  }, [detail])
  const bad = verdicts?.filter(({ result }) => result === 'bad').length ?? 0
  const parts = [
    { value: 'html', label: 'HTML' },
    { value: 'text', label: 'Text' },
    { value: 'headers', label: 'Headers' },
    { value: 'raw', label: 'Raw' },
    { value: 'verdicts', label: bad === 0 ? 'Verdicts' : `Verdicts ${bad}`, title: bad === 0 ? 'How mail providers see it' : `${counted(bad, 'thing')} that mail providers mind` },
  ] as const
  return (
    <section class="mail-message" aria-label={entry.Subject}>
      <header>
        <h3>{entry.Subject === '' ? '(no subject)' : entry.Subject}</h3>
        <p>{people(entry)} · {size(entry.Size)}</p>
        <div class="mail-tools">
          <Segments label="Part" choices={parts} value={part} onChange={(value) => { go({ part: value }) }} />
          <button type="button" class="button small" onClick={() => { void clear([ID]) }}>Remove</button>
        </div>
      </header>
      <div class="mail-part">{detail === undefined ? null : <Body detail={detail} part={part} verdicts={verdicts} />}</div>
    </section>
  )
}

function people({ From, To, Bcc }: Entry): string {
  return `${From.Name === '' ? From.Address : `${From.Name} ‹${From.Address}›`} to ${[...To, ...Bcc].map(({ Address }) => Address).join(', ')}`
}

function Body({ detail, part, verdicts }: { detail: Detail; part: Part; verdicts: Verdict[] | undefined }): preact.JSX.Element {
  switch (part) {
    case 'html':
      return detail.HTML === '' ? <pre tabIndex={0}>{detail.Text}</pre> : <iframe title={`The message ${detail.Subject}`} sandbox="allow-same-origin" src={mailPath(detail.ID, 'html')} />
    case 'text':
      return <pre tabIndex={0}>{detail.Text === '' ? 'There is no plain text.' : detail.Text}</pre>
    case 'headers':
      return <Headers id={detail.ID} />
    case 'raw':
      return <Raw id={detail.ID} />
    case 'verdicts':
      return <Verdicts verdicts={verdicts} files={[...detail.Inline, ...detail.Attachments]} id={detail.ID} />
  }
}

function Headers({ id }: { id: string }): preact.JSX.Element {
  const headers = useLoaded(mailPath(id, 'headers'), (path) => transport.json<Record<string, string[]>>(path))
  return (
    <dl class="mail-facts" tabIndex={0}>
      {Object.entries(headers ?? {}).flatMap(([name, values]) =>
        values.map((value, index) => (
          <div key={`${name} ${index}`}><dt>{name}</dt><dd>{value}</dd></div>
        )),
      )}
    </dl>
  )
}

function Raw({ id }: { id: string }): preact.JSX.Element {
  const raw = useLoaded(mailPath(id, 'raw'), transport.text) ?? ''
  const longest = 400_000
  return <pre tabIndex={0}>{raw.length > longest ? `${raw.slice(0, longest)}\n… and ${size(raw.length - longest)} more` : raw}</pre>
}

function Verdicts({ verdicts, files, id }: { verdicts: Verdict[] | undefined; files: readonly FilePart[]; id: string }): preact.JSX.Element {
  return (
    <>
      <dl class="mail-facts" tabIndex={0}>
        {(verdicts ?? []).map(({ name, title, result, detail }) => (
          <div key={name} class={`verdict ${result}`}><dt>{title}</dt><dd>{result === 'bad' ? <strong>Mend: </strong> : null}{detail}</dd></div>
        ))}
      </dl>
      <OneClick id={id} />
      {files.length === 0 ? null : (
        <>
          <h4>{counted(files.length, 'file')} inside</h4>
          <ul class="mail-files">
            {files.map(({ PartID, FileName, ContentType, Size }) => (
              <li key={PartID}><a class="link" href={mailPath(id, `part/${PartID}`)} download={FileName}>{FileName}</a> <span>{ContentType}, {size(Size)}</span></li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Unsubscribes as a mail program does, to see what the server behind the link says. */
function OneClick({ id }: { id: string }): preact.JSX.Element {
  const [said, setSaid] = useState('')
  const [asking, setAsking] = useState(false)
  const ask = async (): Promise<void> => {
    setAsking(true)
    setSaid('Asking…')
    try {
      setSaid((await transport.post<Unsubscribed>('/api/inbox-unsubscribe', { id })).said)
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error))
    }
    setAsking(false)
  }
  return (
    <div class="mail-try">
      <button type="button" class="button small" disabled={asking} title="Sends what the button of a mail program sends: one POST to the address in List-Unsubscribe" onClick={() => { void ask() }}>Try one-click unsubscribe</button>
      <span role="status">{said}</span>
    </div>
  )
}

/** What a path answers; undefined until it has. */
function useLoaded<T>(path: string, load: (path: string) => Promise<T>): T | undefined {
  const [value, setValue] = useState<T>()
  useEffect(() => {
    let isWanted = true
    setValue(undefined)
    load(path).then(
      (loaded) => { if (isWanted) setValue(loaded) },
      () => undefined,
    )
    return () => { isWanted = false }
  }, [path])
  return value
}
