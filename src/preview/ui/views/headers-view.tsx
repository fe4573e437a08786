import type { IssueView } from '../../protocol.ts'

/** What a header is for, in a few words. */
const about: Readonly<Record<string, string>> = {
  'list-unsubscribe': 'lets mail programs offer to unsubscribe',
  'list-unsubscribe-post': 'one click is enough (RFC 8058)',
  'list-id': 'names the list, for filters',
  'message-id': 'different for every recipient when it is sent',
  'auto-submitted': 'keeps automatic replies away',
  precedence: 'keeps automatic replies away, in old programs',
  'content-type': 'how the message is put together',
  'reply-to': 'where answers go',
  to: 'the recipient; different for everybody',
}

/** The header fields, as a mail program reads them. */
export function HeadersView({ shown }: { shown: IssueView }): preact.JSX.Element {
  return (
    <div class="paper">
      <table class="headers">
        <caption class="hidden">Header fields of the message</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {(shown.message?.headers ?? []).map(({ name, value }, index) => (
            <tr key={`${name}${index}`}>
              <th scope="row">{name}</th>
              <td>
                {value}
                {about[name.toLowerCase()] === undefined ? null : <span class="about">{about[name.toLowerCase()]}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
