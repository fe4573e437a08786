import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Debian's packages postfix, sasl2-bin and libsasl2-modules; and a server that changes its user has to be started by root. */
export const postfixAbsent =
  process.getuid?.() !== 0 || !existsSync('/usr/sbin/postfix') || spawnSync('saslpasswd2', ['-h']).error !== undefined

const fixtures = fileURLToPath(new URL('../deliver/fixtures/', import.meta.url))

/** A real mail server on this machine: STARTTLS and a password are required, and mail ends in maildirs. */
export interface Postfix {
  url: string
  certificate: string
  /** Messages of a mailbox, such as `ana`; those that came so far. */
  mailbox: (name: string) => Buffer[]
  folderOf: (name: string) => string
  log: () => string
  stop: () => void
}

const user = 'news@mail.harbour.example'
const password = 'open sesame'

/**
 * Starts Postfix with a configuration, a queue and mailboxes of its own. It accepts mail for anybody at example.com and
 * returns what is for nobody it knows, as a server behind another one does.
 *
 * @param mailboxes local part and domain of those it knows, such as `ana@example.com`
 */
export async function startPostfix(mailboxes: readonly string[]): Promise<Postfix> {
  const root = mkdtempSync(join(tmpdir(), 'gazette-postfix-'))
  const port = await freePort()
  chmodSync(root, 0o755)
  for (const folder of ['etc/sasl', 'queue', 'data', 'mail']) mkdirSync(join(root, folder), { recursive: true })
  chownSync(join(root, 'data'), idOf('postfix', '-u'), 0)
  chownSync(join(root, 'mail'), idOf('nobody', '-u'), idOf('nobody', '-g'))
  for (const file of ['localhost.crt', 'localhost.key']) copyFileSync(join(fixtures, file), join(root, 'etc', file))
  writeFileSync(join(root, 'etc/main.cf'), mainConfiguration(root, mailboxes))
  writeFileSync(join(root, 'etc/master.cf'), services(port))
  const passwords = join(root, 'etc/sasl/passwords')
  writeFileSync(
    join(root, 'etc/sasl/smtpd.conf'),
    `pwcheck_method: auxprop\nauxprop_plugin: sasldb\nmech_list: PLAIN LOGIN\nsasldb_path: ${passwords}\n`,
  )
  const [name = '', realm = ''] = user.split('@')
  execFileSync('saslpasswd2', ['-p', '-c', '-f', passwords, '-u', realm, name], { input: `${password}\n`, stdio: 'pipe' })
  chmodSync(passwords, 0o644)
  execFileSync('postfix', ['-c', join(root, 'etc'), 'start'], { stdio: 'ignore' })
  const certificate = join(root, 'etc/localhost.crt')
  const folderOf = (mailbox: string): string => join(root, 'mail', mailbox)
  return {
    url: `smtp://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost:${port}?tls=required&ca=${certificate}`,
    certificate,
    folderOf,
    mailbox: (mailbox) => {
      const folder = join(folderOf(mailbox), 'new')
      return existsSync(folder) ? readdirSync(folder).map((file) => readFileSync(join(folder, file))) : []
    },
    log: () => readFileSync(join(root, 'log'), 'utf8'),
    stop: () => {
      spawnSync('postfix', ['-c', join(root, 'etc'), 'stop'], { stdio: 'ignore' })
      rmSync(root, { recursive: true, force: true })
    },
  }
}

function mainConfiguration(root: string, mailboxes: readonly string[]): string {
  const nobody = idOf('nobody', '-u')
  const known = mailboxes.map((address) => `${address}=${address.split('@')[0] ?? ''}/`).join(', ')
  return `compatibility_level = 3.6
queue_directory = ${root}/queue
data_directory = ${root}/data
myhostname = mail.harbour.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
maillog_file = ${root}/log
maillog_file_prefixes = ${root}
smtpd_tls_cert_file = ${root}/etc/localhost.crt
smtpd_tls_key_file = ${root}/etc/localhost.key
smtpd_tls_security_level = encrypt
smtpd_sasl_auth_enable = yes
cyrus_sasl_config_path = ${root}/etc/sasl
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_reject_unlisted_recipient = no
virtual_mailbox_domains = example.com harbour.example
virtual_mailbox_base = ${root}/mail
virtual_mailbox_maps = inline:{ ${known} }
virtual_uid_maps = static:${nobody}
virtual_gid_maps = static:${idOf('nobody', '-g')}
virtual_minimum_uid = 100
recipient_delimiter = +
`
}

function services(port: number): string {
  return `127.0.0.1:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`
}

function idOf(name: string, flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
}
