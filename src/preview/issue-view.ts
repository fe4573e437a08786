import { imageAddress } from '../app/image-address.ts'
import { snippetOf } from '../app/inbox-line.ts'
import { measureStories } from '../app/message-sizes.ts'
import { buildStages } from '../app/stages.ts'
import { gmailClip } from '../checks/simulate/gmail.ts'
import { countWords } from '../lib/words.ts'
import type { Story } from '../model/issue.ts'
import { unusableFields } from '../model/personalise.ts'
import { toFindings } from './findings.ts'
import { type OpenedMessage, versionOf } from './message.ts'
import { type PictureAddresses, remoteHosts, showPictures } from './pictures.ts'
import type { Finding, IssueView, MessageSize, MessageView, SectionRow, StoryRow } from './protocol.ts'
import { ownSlots } from './recipients.ts'
import type { Session } from './session.ts'
import type { Good, Snapshot } from './snapshot.ts'

/** One issue, seen as one recipient, as the page shows it. */
export async function issueView(session: Session, snapshot: Snapshot, to: string): Promise<IssueView> {
  const { slug, revision, breaking, verdict, took, good } = snapshot
  const stories = good === undefined ? [] : storiesOf(good)
  const files = new Map(stories.map((story) => [story.file, story.slug]))
  const found = verdict.known
  const [problems, findings] = await Promise.all([toFindings(breaking, session.root, files), toFindings(found ?? [], session.root, files)])
  const message = good === undefined ? undefined : await messageView(session, good, to)
  return {
    slug,
    file: good !== undefined && good.issueFile.slug === slug ? good.issueFile.file : `content/issues/${slug}.md`,
    revision,
    problems,
    findings,
    took: Math.round(took),
    judging: found === undefined,
    stages: snapshot.stages.map((stage) => ({ ...stage, about: aboutStage(stage.name), findings: countOf(stage.name, [...problems, ...findings]) })),
    sections: good === undefined ? [] : sectionsOf(good),
    stories,
    choice: good?.issueFile.articles?.kind ?? 'automatic',
    ...(message === undefined ? {} : { message }),
  }
}

function countOf(stage: string, findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.stage === stage).length
}

function aboutStage(name: string): string {
  return buildStages.find((stage) => stage.name === name)?.about ?? ''
}

function sectionsOf({ selection }: Good): SectionRow[] {
  return selection.sections.map(({ name, articles }) => ({ name, stories: articles.map((article) => article.slug) }))
}

function storiesOf({ issue, newsletter }: Good): StoryRow[] {
  const { words, leadWords } = newsletter.blurbs
  const row = (story: Story, lead: boolean): StoryRow => ({
    slug: story.slug,
    title: story.title,
    section: story.section,
    file: story.file,
    lead,
    featured: story.featured,
    sponsored: story.sponsored,
    blurb: {
      text: story.blurb.text,
      words: countWords(story.blurb.text, story.lang ?? issue.lang),
      budget: lead ? leadWords : words,
      method: story.origin.method,
    },
    ...(story.url === undefined ? {} : { url: story.url }),
  })
  return [
    ...(issue.lead === undefined ? [] : [row(issue.lead, true)]),
    ...issue.sections.flatMap((section) => section.stories.map((story) => row(story, false))),
  ]
}

async function messageView(session: Session, good: Good, to: string): Promise<MessageView | undefined> {
  const opened = await session.message(good, to)
  if (opened === undefined) return undefined
  const { headers, from, to: recipient, subject, date, text, html } = opened
  const fields = session.recipients.fields(to, good.newsletter, good.stencil) ?? {}
  return {
    version: versionOf(good, opened),
    headers,
    from,
    to: recipient,
    subject,
    date,
    text,
    preheader: good.issue.preheader,
    snippet: snippetOf(html),
    size: sizeOf(good, opened),
    remotePictures: remoteHosts(showPictures(html, pictureAddresses(good, opened))),
    slots: ownSlots(good.stencil),
    unusable: unusableFields(good.stencil, fields).map(({ field, reason }) => ({ field, reason })),
  }
}

function sizeOf(good: Good, { html, text, bytes }: OpenedMessage): MessageSize {
  const clip = gmailClip
  const size = Buffer.byteLength(html)
  const stories = measureStories(good.issue, html)
  // The one that opens the issue is larger than one that would be added.
  const usual = stories.filter(({ slug }) => slug !== good.issue.lead?.slug)
  const mean = usual.reduce((sum, story) => sum + story.bytes, 0) / Math.max(1, usual.length)
  const room = mean === 0 ? 0 : Math.max(0, Math.floor((clip - size) / mean))
  return { html: size, text: Buffer.byteLength(text), message: bytes.length, clip, stories, room }
}

/** Where the pictures of a message are on this server. */
export function pictureAddresses(good: Good, opened: OpenedMessage): PictureAddresses {
  const base = `/pictures/${encodeURIComponent(good.issue.slug)}`
  const hosted = new Map(good.assets.map((asset) => [imageAddress(good.newsletter, good.issue.slug, asset), asset.name]))
  return {
    ofPart: (id) => (opened.pictures.has(id) ? `${base}/part/${encodeURIComponent(id)}` : undefined),
    ofHosted: (address) => {
      const name = hosted.get(address)
      return name === undefined ? undefined : `${base}/file/${encodeURIComponent(name)}`
    },
  }
}
