/* global document, getComputedStyle, NodeFilter, innerWidth, scrollX, scrollY */
// Runs inside a page: what a reader would see of it, in numbers. Lengths are CSS pixels.
(() => {
  const hex = (value) => {
    const [red, green, blue, alpha = 1] = value.match(/[\d.]+/g).map(Number)
    return alpha === 0 ? null : '#' + [red, green, blue].map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')
  }
  const backgroundOf = (element) => (element === null ? '#ffffff' : (hex(getComputedStyle(element).backgroundColor) ?? backgroundOf(element.parentElement)))
  const box = ({ left, top, right, bottom }) => ({ left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY })
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const blockOf = (element) => (getComputedStyle(element).display.startsWith('inline') ? blockOf(element.parentElement) : element)
  const words = (text) => text.replace(/[\s\u00a0·]+/g, ' ').trim()

  /** The lines of a text node, each as a box. */
  const linesOf = (node) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1).map(box)
  }

  /** Whether something around a box cuts it off. */
  const isCut = (line, element) => {
    for (let one = element; one !== null && one !== document.documentElement; one = one.parentElement) {
      if (getComputedStyle(one).overflow === 'visible') continue
      const frame = box(one.getBoundingClientRect())
      if (line.left < frame.left - 1 || line.right > frame.right + 1 || line.top < frame.top - 1 || line.bottom > frame.bottom + 1) return true
    }
    return line.left < -1 || line.right > innerWidth + 1
  }

  const blocks = []
  const numberOf = (block) => (blocks.includes(block) ? blocks.indexOf(block) : blocks.push(block) - 1)
  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement: element, data } = walker.currentNode
    if (words(data) === '' || !shown(element)) continue
    const lines = linesOf(walker.currentNode)
    if (lines.length === 0) continue
    const { color, fontSize } = getComputedStyle(element)
    texts.push({
      text: words(data), lines, colour: hex(color), background: backgroundOf(element), size: parseFloat(fontSize),
      block: numberOf(blockOf(element)), cut: lines.some((line) => isCut(line, element)),
    })
  }
  const pictures = [...document.images].filter(shown).map((image) => ({
    alt: image.alt, ...box(image.getBoundingClientRect()), cut: isCut(box(image.getBoundingClientRect()), image),
    stretched: image.naturalWidth > 0 && Math.abs(image.width / image.height / (image.naturalWidth / image.naturalHeight) - 1) > 0.02,
  }))
  const links = [...document.querySelectorAll('a[href]')].filter(shown).map((link) => {
    const parts = [link, ...link.querySelectorAll('img')].flatMap((one) => [...one.getClientRects()]).map(box)
    const block = blockOf(link.parentElement)
    return {
      name: words(link.getAttribute('aria-label') ?? (link.textContent || [...link.querySelectorAll('img')].map(({ alt }) => alt).join(' '))),
      height: Math.max(...parts.map(({ bottom }) => bottom)) - Math.min(...parts.map(({ top }) => top)),
      inText: getComputedStyle(link).display === 'inline' && words(block.textContent) !== words(link.textContent),
    }
  })
  return { width: document.documentElement.scrollWidth, texts, pictures, links }
})()
