const paths = {
  rotate: 'M3 8a5 5 0 0 1 8.5-3.5L13 6M13 2.5V6H9.5M13 8a5 5 0 0 1-8.5 3.5L3 10M3 13.5V10h3.5',
  pair: 'M2.5 3.5h7v9h-7zM11.5 6.5h2v6h-2z',
  picture: 'M2.5 3.5h11v9h-11zM2.5 10.5l3-3 3 3 2-2 3 3M10.5 6.2h.01',
  link: 'M6.5 9.5l3-3M7 4.5l1.2-1.2a2.6 2.6 0 0 1 3.7 0l.8.8a2.6 2.6 0 0 1 0 3.7L11.5 9M9 11.5l-1.2 1.2a2.6 2.6 0 0 1-3.7 0l-.8-.8a2.6 2.6 0 0 1 0-3.7L4.5 7',
  fold: 'M2.5 3.5h11v9h-11zM6 3.5v9',
  panel: 'M2.5 3.5h11v9h-11zM10 3.5v9',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3 3',
  theme: 'M8 2.5v11a5.5 5.5 0 0 0 0-11zM8 2.5a5.5 5.5 0 0 0 0 11',
  compare: 'M2.5 3.5h4v9h-4zM9.5 3.5h4v9h-4z',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4.5 6.5L8 10l3.5-3.5',
  edit: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3 3 13z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  save: 'M8 2.5v8M4.5 7.5L8 11l3.5-3.5M3 13.5h10',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H7',
  send: 'M2.5 8l11-5-4 10.5L7.5 9z',
  mail: 'M2.5 9.5h3l1 2h3l1-2h3M2.5 9.5v3.5h11V9.5L11.5 3h-7z',
  redo: 'M10.5 3l3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H9',
  up: 'M8 13V3.5M4 7.5l4-4 4 4',
  drop: 'M8 3v9.5M4 8.5l4 4 4-4',
  top: 'M3 2.5h10M8 14V6M4.5 9.5L8 6l3.5 3.5',
  star: 'M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6z',
  back: 'M9.5 4.5L6 8l3.5 3.5',
  next: 'M6.5 4.5L10 8l-3.5 3.5',
} as const

export type IconName = keyof typeof paths

/** A small drawing beside a word, or in a button that has a name of its own. */
export function Icon({ name }: { name: IconName }): preact.JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} fill="none" stroke="currentColor" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  )
}
