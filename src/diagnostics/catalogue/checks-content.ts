import type { Entry } from '../entry.ts'

/** K5: pictures; K6: blurbs. */
export const contentCheckCodes = {
  'GZ-K501': {
    severity: 'error',
    title: 'picture without an alt attribute',
    explanation: 'Without alt, screen readers read out the file name. Describe the picture, or write alt="" when it only decorates.',
    bad: '<img src="https://harbour.example/crane.png">',
    good: '<img src="https://harbour.example/crane.png" alt="Crane 4 over the dock">',
  },
  'GZ-K502': {
    severity: 'warning',
    title: 'alt text that does not help',
    explanation: 'The alt text is a file name, only says that there is a picture, or goes on for more than 150 characters.',
    bad: 'imageAlt: IMG_2041.jpg',
    good: 'imageAlt: Crane 4 over the dock, in fog',
  },
  'GZ-K503': {
    severity: 'warning',
    title: 'picture that is a link and has no alt text',
    explanation: 'The alt text of a linked picture is the name of the link. When it is empty the link has none. Say where it leads. `gazette check --fix` takes the title of the story.',
    bad: '<a href="{{story.url}}"><img src="crane.png" alt=""></a>',
    good: '<a href="{{story.url}}"><img src="crane.png" alt="{{story.title}}"></a>',
  },
  'GZ-K504': {
    severity: 'warning',
    title: 'picture without a width or height',
    explanation:
      'Outlook shows a picture without a width attribute at its full size, and without a height the text jumps when pictures load or stay blocked.',
    bad: '<img src="https://harbour.example/crane.png" alt="Crane 4">',
    good: '<img src="https://harbour.example/crane.png" alt="Crane 4" width="552" height="310">',
  },
  'GZ-K505': {
    severity: 'warning',
    title: 'picture too small for sharp screens',
    explanation:
      'The file has fewer pixels than the message shows, so that it is blurred everywhere. Save it at twice the size at which it is shown.',
    bad: 'image: crane-300px.png   # shown 552 wide',
    good: 'image: crane-1104px.png',
  },
  'GZ-K506': {
    severity: 'error',
    title: 'picture that readers cannot load',
    explanation: 'The address is relative, or that of a file or machine of your own. A message needs full addresses on the web, or inline pictures.',
    bad: '<img src="images/crane.png" alt="Crane 4">',
    good: '<img src="https://harbour.example/images/crane.png" alt="Crane 4">',
  },
  'GZ-K507': {
    severity: 'warning',
    title: 'kind of picture that readers’ clients do not show',
    explanation:
      'SVG, WebP, AVIF and data: pictures stay blank in some clients. Save it as PNG or JPEG. Data: caniemail.com, the latest test of each client.',
    bad: '<img src="https://harbour.example/logo.svg" alt="Harbour Review">',
    good: '<img src="https://harbour.example/logo.png" alt="Harbour Review">',
  },
  'GZ-K508': {
    severity: 'warning',
    title: 'message made of pictures',
    explanation: 'There is hardly any text beside the pictures. With pictures blocked nothing is left, and filters treat such messages as spam.',
    bad: '<mj-image src="https://harbour.example/whole-newsletter.png" alt="News" />',
    good: '<mj-text>The news, in words</mj-text>',
  },
  'GZ-K509': {
    severity: 'warning',
    title: 'picture out of shape',
    explanation: 'Width and height in the message do not have the proportions of the file, so that the picture is stretched.',
    bad: '<img src="crane-1104x620.png" width="552" height="200" alt="Crane 4">',
    good: '<img src="crane-1104x620.png" width="552" height="310" alt="Crane 4">',
  },
  'GZ-K510': {
    severity: 'warning',
    title: 'heavy picture',
    explanation: 'A picture of more than 1 MB is slow on a phone and costs readers money. Save it smaller. The limit is checks.imageBytes in newsletter.yaml.',
    bad: 'image: crane-original.png   # 6 MB',
    good: 'image: crane.jpg   # 180 KB',
  },
  'GZ-K601': {
    severity: 'warning',
    title: 'blurb cut in the middle of a sentence',
    explanation: 'The blurb ends without a full stop, or with a word that wants another one after it. Shorten it at the end of a sentence.',
    bad: 'blurb: The crane was taken apart in eleven pieces and',
    good: 'blurb: The crane was taken apart in eleven pieces.',
  },
  'GZ-K602': {
    severity: 'warning',
    title: 'blurb begins with the words of the title',
    explanation: 'The title stands right above the blurb. Begin with something that it does not say.',
    bad: 'title: Crane 4 in eleven pieces\nblurb: Crane 4 in eleven pieces is what the dock saw on Monday.',
    good: 'title: Crane 4 in eleven pieces\nblurb: On Monday the dock saw the end of sixty years.',
  },
  'GZ-K603': {
    severity: 'warning',
    title: 'number in the blurb that the article does not have',
    explanation: 'Blurbs that a program wrote may only say what the article says. Check the number, or write the blurb yourself.',
    bad: 'The ferry takes 250 people. (article: "room for 150")',
    good: 'The ferry takes 150 people.',
  },
  'GZ-K604': {
    severity: 'warning',
    title: 'name in the blurb that the article does not have',
    explanation: 'Blurbs that a program wrote may only name what the article names. Check the name, or write the blurb yourself.',
    bad: 'Mayor Alder opened the ferry. (the article names nobody of that name)',
    good: 'The mayor opened the ferry.',
  },
  'GZ-K605': {
    severity: 'warning',
    title: 'two blurbs that say the same',
    explanation: 'Two stories of the issue have blurbs of nearly the same words. One of them may be in the wrong article.',
    bad: 'blurb: The ferry is quiet.   # in two articles',
    good: 'blurb: What the captain hears instead.',
  },
} satisfies Record<string, Entry>
