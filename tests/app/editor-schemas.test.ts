import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { editorSchema, editorSchemaText, schemaNames } from '../../src/app/editor-schemas.ts'
import { parseFrontMatter } from '../../src/content/front-matter.ts'

type Node = Record<string, unknown>

/** Paths of all properties of a schema that carry no description. */
function undescribed(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap((entry) => undescribed(entry, path))
  const { properties, ...rest } = node as Node
  const own = Object.entries((properties ?? {}) as Record<string, Node>).flatMap(([key, child]) => [
    ...(child.description === undefined ? [`${path}.${key}`] : []),
    ...undescribed(child, `${path}.${key}`),
  ])
  return [...own, ...Object.values(rest).flatMap((child) => undescribed(child, path))]
}

/** Reads a JSON Schema back, which is what an editor program does with it. */
function reader(name: (typeof schemaNames)[number]): z.ZodType {
  return z.fromJSONSchema(editorSchema(name))
}

describe('the schemas for editor programs', () => {
  test.each(schemaNames)('%s says of every key what it is for', (name) => {
    expect(undescribed(editorSchema(name))).toEqual([])
  })

  test.each(schemaNames)('content/.schema/%s.json is the one that Gazette checks with', async (name) => {
    await expect(editorSchemaText(name), 'npm run docs writes it anew').toMatchFileSnapshot(`../../content/.schema/${name}.json`)
  })

  test('accept the sample newsletter', () => {
    const newsletter: unknown = parse(readFileSync('content/newsletter.yaml', 'utf8'))
    expect(reader('newsletter').safeParse(newsletter).error).toBeUndefined()
    for (const [kind, folder] of [['article', 'articles'], ['issue', 'issues']] as const) {
      for (const file of readdirSync(`content/${folder}`)) {
        const { data } = parseFrontMatter(readFileSync(`content/${folder}/${file}`, 'utf8'), file)
        expect(reader(kind).safeParse(data).error, file).toBeUndefined()
      }
    }
  })

  test('refuse what Gazette refuses', () => {
    const from = { address: 'news@harbour.example' }
    expect(reader('newsletter').safeParse({ name: 'N', from, sectons: [] }).success).toBe(false)
    expect(reader('newsletter').safeParse({ name: 'N', from, brand: { accent: 'red' } }).success).toBe(false)
    expect(reader('newsletter').safeParse({ name: 'N', from, brand: { accent: '#B3261E' } }).success).toBe(true)
    expect(reader('article').safeParse({ title: 'T', featured: 'often' }).success).toBe(false)
    expect(reader('issue').safeParse({ articles: { since: '2026-11-01', limit: 0 } }).success).toBe(false)
  })
})
