import { describe, expect, it } from 'vitest'
import { remoteHosts, showPictures } from '../../src/preview/pictures.ts'

const addresses = {
  ofPart: (id: string) => (id === 'crane.1a2b.png@harbour.example' ? '/pictures/x/part/crane' : undefined),
  ofHosted: (address: string) => (address === 'https://harbour.example/i/a.png?x=1&y=2' ? '/pictures/x/file/a' : undefined),
}

describe('showing the pictures of a message', () => {
  it('finds parts of the message wherever HTML can name them', () => {
    const html = '<img src="cid:crane.1a2b.png@harbour.example"><td background=\'cid:crane.1a2b.png%40harbour.example\' style="background:url(cid:crane.1a2b.png@harbour.example)">'
    expect(showPictures(html, addresses).match(/\/pictures\/x\/part\/crane/g)).toHaveLength(3)
  })

  it('leaves a part that is missing as it is, so that it is seen to be missing', () => {
    expect(showPictures('<img src="cid:gone">', addresses)).toBe('<img src="cid:gone">')
  })

  it('shows the local file for a picture that will be hosted', () => {
    expect(showPictures('<img src="https://harbour.example/i/a.png?x=1&amp;y=2">', addresses)).toBe('<img src="/pictures/x/file/a">')
  })

  it('does not touch text or links', () => {
    const html = '<p>Write cid:crane or https://harbour.example/i/a.png</p><a href="https://harbour.example/i/a.png?x=1&amp;y=2">x</a>'
    expect(showPictures(html, addresses)).toBe(html)
  })

  it('names the hosts of all others', () => {
    expect(remoteHosts('<img alt="" src="https://b.example/x.png"><td background="http://a.example/y">url(https://c.example/z)<a href="https://d.example/">')).toEqual(['a.example', 'b.example', 'c.example'])
  })
})
