import { type Action, replyRules } from '../../../src/deliver/reply-rules.ts'
import { table } from './regions.ts'

const actions: Record<Action, string> = {
  accept: 'accepted',
  reject: 'rejected',
  defer: 'again later',
  slow: 'again later, and more slowly to this domain',
  stop: 'the send stops',
}

/** The rules for the replies of servers, in their order. */
export function replyTable(): string {
  return table(
    ['rule', 'what the server means', 'what follows', 'for instance'],
    replyRules.map(({ name, meaning, action, suppress, example }) => [name, meaning, suppress === true ? `${actions[action]}, and dead` : actions[action], `\`${example}\``]),
  )
}
