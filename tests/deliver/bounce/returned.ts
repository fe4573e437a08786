/** What a server reports of one recipient. */
export interface Reported {
  recipient: string
  action?: string
  status?: string
  diagnostic?: string
}

/** A delivery status notification as a server writes it (RFC 3464), about a message with this Message-ID. */
export function deliveryReport(options: { to: string; id: string; original?: string; reported: readonly Reported[] }): string {
  const { to, id, original, reported } = options
  const groups = reported.map(({ recipient, action = 'failed', status = '5.1.1', diagnostic = 'smtp; 550 5.1.1 User unknown' }) =>
    [`Final-Recipient: rfc822; ${recipient}`, `Action: ${action}`, `Status: ${status}`, `Diagnostic-Code: ${diagnostic}`, ''].join('\r\n'),
  )
  return [
    'Return-Path: <>',
    'From: Mail Delivery System <mailer-daemon@mx.example>',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${id}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"',
    '',
    '--=_b',
    'Content-Type: text/plain',
    '',
    'The address unsubscribe@nobody.example could not be reached. 550 5.1.1',
    '',
    '--=_b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    ...groups,
    '--=_b',
    'Content-Type: message/rfc822',
    '',
    'From: news@harbour.example',
    'Subject: The crane comes down',
    ...(original === undefined ? [] : [`Message-ID: <${original}>`]),
    '',
    'Message-ID: <in.the.body@nobody.example>',
    '--=_b--',
    '',
  ].join('\r\n')
}

/** A complaint as a mailbox provider passes it on (RFC 5965). */
export function feedbackReport(options: { id: string; original: string; feedback?: string }): string {
  const { id, original, feedback = 'abuse' } = options
  return [
    'From: feedback@mailbox.example',
    'To: abuse@harbour.example',
    'Subject: complaint about message from 192.0.2.1',
    `Message-ID: <${id}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="=_f"',
    '',
    '--=_f',
    'Content-Type: text/plain',
    '',
    'This is a complaint.',
    '--=_f',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${feedback}`,
    'User-Agent: Feedback/1.0',
    'Version: 1',
    '',
    '--=_f',
    'Content-Type: text/rfc822-headers',
    '',
    'From: news@harbour.example',
    'To: redacted@mailbox.example',
    `Message-ID: <${original}>`,
    '',
    '--=_f--',
    '',
  ].join('\r\n')
}

/** A message that a person or a program wrote. */
export function letter(subject: string, from = 'Ana Reader <ana@example.com>'): string {
  return `From: ${from}\r\nTo: news@harbour.example\r\nSubject: ${subject}\r\nMessage-ID: <${Buffer.from(subject).toString('hex')}@example.com>\r\n\r\nHello\r\n`
}
