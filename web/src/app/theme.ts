import { createTheme, type CSSVariablesResolver, type MantineColorsTuple, ModalHeader } from '@mantine/core';

/** Petrol: filled parts are shade 7 in light (6.1 : 1 under white) and shade 6 in dark (5 : 1). */
const petrol: MantineColorsTuple = ['#eef6f8', '#d9e9ee', '#b4d3dd', '#8abccb', '#7cc4d8', '#4a94ac', '#2a7893', '#1d6a84', '#175d74', '#0d4254'];
const danger: MantineColorsTuple = ['#fdf0f0', '#f9dada', '#f2b4b4', '#ea8b8b', '#ff9a94', '#d64545', '#c23030', '#b42323', '#971b1b', '#6e1212'];
const dark: MantineColorsTuple = ['#e3e8ee', '#c3cbd4', '#a3adb8', '#7b8794', '#47525f', '#333c47', '#242a33', '#1b2027', '#14181d', '#0e1115'];

export const theme = createTheme({
  colors: { petrol, danger, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  black: '#1c2530',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  components: {
    // A header outside of sections would be a banner of the page, and a page has one.
    ModalHeader: ModalHeader.extend({ defaultProps: { role: 'presentation' } }),
  },
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.5rem', lineHeight: '1.3' }, h2: { fontSize: '1.0625rem', lineHeight: '1.4' }, h3: { fontSize: '0.9375rem', lineHeight: '1.4' } } },
});

/** Each text colour here has at least 4.5 : 1 on every surface of its scheme; change one only with the contrast at hand. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f5f7f9',
    '--mantine-color-text': '#1c2530',
    '--mantine-color-dimmed': '#55606c',
    '--mantine-color-placeholder': '#626d79',
    '--mantine-color-error': '#b42323',
    '--mantine-color-anchor': '#175d74',
    '--mantine-color-default-border': '#8b96a1',
    '--al-surface': '#ffffff',
    '--al-line': '#dde3e8',
    '--al-hover': '#eef3f5',
    '--al-chosen': '#dcebf0',
    '--al-ok': '#1a6b3c',
    '--al-bad': '#b42323',
    '--al-warn': '#8a4f00',
    '--al-accent': '#175d74',
    '--al-added': '#e2f3e8',
    '--al-removed': '#fbe6e6',
  },
  dark: {
    '--mantine-color-body': '#14181d',
    '--mantine-color-text': '#e3e8ee',
    '--mantine-color-dimmed': '#a3adb8',
    '--mantine-color-placeholder': '#96a1ad',
    '--mantine-color-error': '#ff9a94',
    '--mantine-color-anchor': '#7cc4d8',
    '--mantine-color-default-border': '#5f6b78',
    '--al-surface': '#1b2027',
    '--al-line': '#2e3640',
    '--al-hover': '#242a33',
    '--al-chosen': '#1c3a45',
    '--al-ok': '#6fd08c',
    '--al-bad': '#ff9a94',
    '--al-warn': '#f0b65a',
    '--al-accent': '#7cc4d8',
    '--al-added': '#16331f',
    '--al-removed': '#3d1d1d',
  },
});
