import { z } from 'zod'
import { newsletterSchema } from '../config/newsletter.ts'
import { articleSchema } from '../content/article-schema.ts'
import { issueSchema, querySchema } from '../content/issue-file.ts'

/** Folder, below the newsletter folder, in which the schemas stand for editor programs. */
export const schemaFolder = 'content/.schema'

const sources = {
  newsletter: { schema: newsletterSchema, title: 'newsletter.yaml of Gazette' },
  article: { schema: articleSchema, title: 'Front matter of an article of Gazette' },
  issue: { schema: issueSchema, title: 'Front matter of an issue of Gazette' },
} as const

export type SchemaName = keyof typeof sources

export const schemaNames = Object.keys(sources) as SchemaName[]

/**
 * The schema of one kind of file as JSON Schema, draft 7, which is what most editor programs read. Made from the very
 * schema that Gazette checks with.
 */
export function editorSchema(name: SchemaName): Record<string, unknown> {
  const { schema, title } = sources[name]
  const { $schema, properties, ...rest } = convert(schema)
  return { $schema, title, ...rest, properties: name === 'issue' ? withArticles(properties) : properties }
}

function convert(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      // Limits of the number type and empty defaults tell an author nothing.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (isEmpty(jsonSchema.default)) delete jsonSchema.default
    },
  })
}

/** `articles` has three forms, which the content feature tells apart by hand, for the sake of its messages. */
function withArticles(properties: z.core.JSONSchema.BaseSchema['properties']): Record<string, unknown> {
  const { $schema, ...query } = convert(querySchema)
  const slugs = { type: 'array', items: { type: 'string' } }
  const forms = [
    { ...slugs, description: 'Slugs, in order: names of files in content/articles without .md.' },
    { ...query, description: 'A query.' },
    { type: 'object', additionalProperties: slugs, description: 'Slugs under the names of sections.' },
  ]
  const articles = properties?.articles
  return { ...properties, articles: { ...(typeof articles === 'object' ? articles : {}), anyOf: forms } }
}

/** The schema as the text of a file. */
export function editorSchemaText(name: SchemaName): string {
  return `${JSON.stringify(editorSchema(name), null, 2)}\n`
}

/**
 * The comment by which editor programs with the YAML language server find the schema, without its number sign.
 *
 * @param toContent path from the file's folder to `content`, such as `.` or `..`
 */
export function modeline(name: SchemaName, toContent: string): string {
  return `yaml-language-server: $schema=${toContent}/.schema/${name}.json`
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
