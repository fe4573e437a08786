import { describe, expect, test } from 'vitest'
import { readReport, reportRequest } from '../../../src/checks/spamd/protocol.ts'

test('a request says how long the message is, in bytes', () => {
  expect(Buffer.from(reportRequest(Buffer.from('Größe\r\n'))).toString()).toBe('REPORT SPAMC/1.5\r\nContent-length: 9\r\n\r\nGröße\r\n')
})

const report = `Spam detection software, running on the system "post",
has NOT identified this incoming email as spam.

Content analysis details:   (1.6 points, 5.0 required)

 pts rule name              description
---- ---------------------- --------------------------------------------------
-0.0 NO_RELAYS              Informational: message was not relayed via SMTP
 1.5 SUBJ_ALL_CAPS          Subject is all capitals
                            in every word
 0.1 MIME_HTML_MOSTLY       BODY: Multipart message mostly text/html MIME
`

describe('a report', () => {
  test('is read: verdict, score, threshold and rules with descriptions of several lines', () => {
    expect(readReport(`SPAMD/1.1 0 EX_OK\r\nContent-length: ${report.length}\r\nSpam: False ; 1.6 / 5.0\r\n\r\n${report}`)).toEqual({
      spam: false,
      score: 1.6,
      threshold: 5,
      rules: [
        { points: -0, name: 'NO_RELAYS', description: 'Informational: message was not relayed via SMTP' },
        { points: 1.5, name: 'SUBJ_ALL_CAPS', description: 'Subject is all capitals in every word' },
        { points: 0.1, name: 'MIME_HTML_MOSTLY', description: 'BODY: Multipart message mostly text/html MIME' },
      ],
    })
  })

  test.each([
    ['', 'it says nothing'],
    ['220 mail.example ESMTP\r\n', 'it does not speak the protocol of spamd: 220 mail.example ESMTP'],
    ['SPAMD/1.0 76 Bad header line: (Content-Length mismatch)\r\n\r\n', 'Bad header line: (Content-Length mismatch)'],
    ['SPAMD/1.1 0 EX_OK\r\nContent-length: 0\r\n\r\n', 'its answer holds no score'],
  ])('that is none has a reason: %j', (answer, problem) => {
    expect(readReport(answer)).toEqual({ problem })
  })
})
