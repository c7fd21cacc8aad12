import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** The one accent. White on its shade 8 is 8.6:1, shade 8 on shade 0 is 7.8:1. */
export const theme = createTheme({
  primaryColor: 'petrole',
  primaryShade: 8,
  colors: {
    petrole: [
      '#eef6f8',
      '#dcebf0',
      '#b7d6df',
      '#8ebfcd',
      '#68aabc',
      '#4a99ae',
      '#2f849b',
      '#176b82',
      '#0f5468',
      '#0a4152',
    ],
  },
  fontFamily: "'Source Sans 3 Variable', 'Segoe UI', system-ui, sans-serif",
  headings: { fontFamily: "'Source Sans 3 Variable', 'Segoe UI', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Buttons that Mantine draws without a word have one here, for those who hear the page.
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Fermer' } } },
    // Choosing again what is chosen keeps it: what may be emptied has a button for it.
    Select: { defaultProps: { allowDeselect: false } },
    DateInput: {
      defaultProps: {
        ariaLabels: { previousMonth: 'Mois précédent', nextMonth: 'Mois suivant' },
        // Mantine greys them below what can be read.
        hideOutsideDates: true,
      },
    },
    // A page has one banner: the head of what is opened over it is not another.
    Modal: { defaultProps: { attributes: { header: { role: 'none' } } } },
    Drawer: { defaultProps: { attributes: { header: { role: 'none' } } } },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
});

/** Mantine's own greys are too pale for WCAG 2.2 AA (text 4.5:1, edges of controls 3:1). */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1c262c',
    '--mantine-color-dimmed': '#53616b',
    '--mantine-color-placeholder': '#66737d',
    '--mantine-color-error': '#a8271c',
    '--mantine-color-default-border': '#7f8c95',
    '--mantine-color-gray-4': '#7f8c95',
  },
  dark: {},
});
