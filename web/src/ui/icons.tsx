/** The console's own icons: 24 × 24, drawn with the text's colour. They decorate; the words beside them say it. */
const shapes = {
  overview: 'M4 13h7V4H4zM13 20h7v-9h-7zM4 20h7v-4H4zM13 8h7V4h-7z',
  projects: 'M3 7a2 2 0 0 1 2-2h4l2 2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z',
  users: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5a7.5 7.5 0 0 1 15 0',
  settings: 'M4 6h9M17 6h3M4 12h3M11 12h9M4 18h9M17 18h3M15 4v4M9 10v4M15 16v4',
  resources: 'M4 5h16v5H4zM4 14h16v5H4zM7.5 7.5h.01M7.5 16.5h.01',
  tests: 'M9 3h6M10 3v6l-5.2 8.7A2 2 0 0 0 6.500 20.700h11a2 2 0 0 0 1.700-3L14 9V3M7.500 14.500h9',
  secrets: 'M14.500 9.500a4 4 0 1 0-3.800 4L12 15h2v2h2v2h3v-3l-4.700-4.700',
  configs: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  scenarios: 'M4 5h16v11H9l-5 4zM8 9h8M8 12h5',
  findings: 'M12 4 2.500 20h19zM12 10v4M12 17h.01',
  jobs: 'M4 7h16v12H4zM9 7V4h6v3M4 12h16',
  audit: 'M5 3h14v18l-3-2-2 2-2-2-2 2-2-2-3 2zM8.500 8h7M8.500 12h7',
  performance: 'M4 20V4M4 20h16M8 16l4-5 3 3 5-7',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M20.500 20.500 16 16',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600 19 19M5 19l1.400-1.400M17.600 6.400 19 5',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500',
  screen: 'M3 5h18v11H3zM8 20h8M12 16v4',
  language: 'M3 6h10M8 4v2M5 6c1 4 4 6 7 7M11 6c-.800 3.500-3.500 6-7 7M13 20l4-9 4 9M14.300 17h5.400',
  signOut: 'M14 4H6v16h8M10 12h11M17 8l4 4-4 4',
  check: 'M4.500 12.500 10 18 19.500 7',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  left: 'M15 6l-6 6 6 6',
  right: 'M9 6l6 6-6 6',
  plus: 'M12 5v14M5 12h14',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  edit: 'M4 20h4L19.500 8.500l-4-4L4 16zM13 7l4 4',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  refresh: 'M20 11a8 8 0 0 0-14.500-3.500L4 9M4 4v5h5M4 13a8 8 0 0 0 14.500 3.500L20 15M20 20v-5h-5',
  download: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  play: 'M7 4.500v15l12-7.500z',
  link: 'M10 14a4 4 0 0 0 5.700 0l3.600-3.600a4 4 0 0 0-5.700-5.700L12.500 6M14 10a4 4 0 0 0-5.700 0l-3.600 3.600a4 4 0 0 0 5.700 5.700L11.500 18',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 7v5l3.500 2',
  fire: 'M12 21a6 6 0 0 0 6-6c0-3.500-2.500-5.500-4-8-.500-.900-.800-2-.500-4-3 1.500-5.500 4.500-5 8-.800-.500-1.300-1.300-1.500-2.300C5.900 10.300 6 12.600 6 15a6 6 0 0 0 6 6M12 21a2.500 2.500 0 0 0 2.500-2.500c0-1.500-1.500-2.500-2.500-4-1 1.500-2.500 2.500-2.500 4A2.500 2.500 0 0 0 12 21',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M3 12h18M12 3c3 3 3.500 6 3.500 9S15 18 12 21c-3-3-3.500-6-3.500-9S9 6 12 3',
  note: 'M5 4h14v11l-5 5H5zM19 15h-5v5M8.500 9h7M8.500 13h3',
  box: 'M4 8h16v12H4zM3 4h18v4H3zM9 12h6',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={1.8} strokeLinecap="round" strokeLinejoin="round" aria-hidden focusable={false}>
      <path d={shapes[name]} />
    </svg>
  );
}
