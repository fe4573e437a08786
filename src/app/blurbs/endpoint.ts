import { isPrivateHost } from '../../lib/private-address.ts'
import type { Endpoint } from '../../summarise/model/endpoint.io.ts'

/**
 * The endpoint that an environment names, or what is wrong with it. A key is refused where it would travel in the
 * clear over the internet.
 */
export function endpointOf(environment: { modelUrl?: string; modelName?: string; modelKey?: string }): Endpoint | { problem: string } {
  const { modelUrl, modelName, modelKey } = environment
  if (modelUrl === undefined) return { problem: 'GAZETTE_MODEL_URL is not set' }
  if (modelName === undefined) return { problem: 'GAZETTE_MODEL is not set' }
  const url = URL.canParse(modelUrl) ? new URL(modelUrl) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) return { problem: 'GAZETTE_MODEL_URL is not an address that starts with http:// or https://' }
  if (url.username !== '' || url.search !== '') return { problem: 'GAZETTE_MODEL_URL has a user name or a query; the key goes into GAZETTE_MODEL_KEY' }
  if (modelKey !== undefined && url.protocol === 'http:' && !isPrivateHost(url.hostname)) return { problem: 'GAZETTE_MODEL_KEY would travel in the clear; GAZETTE_MODEL_URL has to start with https://' }
  return { url: modelUrl, model: modelName, ...(modelKey === undefined ? {} : { key: modelKey }) }
}
