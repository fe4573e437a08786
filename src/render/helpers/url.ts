import { addQuery } from '../../lib/query.ts'
import { asText, type Helper } from './helper.ts'

export const url: Helper = {
  about: 'Adds query parameters to an address, each escaped; those it already has stay.',
  params: [{ name: 'address' }],
  options: 'any',
  returns: 'text',
  example: '{{url story.url utm_content="lead"}}',
  run: ({ params: [address], options }) =>
    addQuery(asText(address), Object.fromEntries(Object.entries(options).map(([name, value]) => [name, asText(value)]))),
}
