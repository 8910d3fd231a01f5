import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme, DEFAULT_THEME, Tooltip } from '@mantine/core';

const { colors } = DEFAULT_THEME;

const cobalt: MantineColorsTuple = [
  '#eef2ff',
  '#dce4fe',
  '#b9c8fc',
  '#94abf9',
  '#7490f5',
  '#5a7af1',
  '#4668e8',
  '#3556d4',
  '#2a48bd',
  '#1f3899',
];

const slate: MantineColorsTuple = [
  '#f8f9fb',
  '#f2f4f7',
  '#e6e9ee',
  '#d6dae1',
  '#b8bec9',
  '#8b93a1',
  '#666e7d',
  '#4a5160',
  '#333946',
  '#1f232d',
];

const ink: MantineColorsTuple = [
  '#d5d9e0',
  '#b4bac5',
  '#959ca9',
  '#6d7483',
  '#3a404c',
  '#2a2f39',
  '#1c2028',
  '#14161c',
  '#101217',
  '#0b0d10',
];

/** Colours that carry meaning, by the name of what they mean. */
const meanings = {
  operator: colors.red,
  'all-access': colors.orange,
  'read-write': colors.teal,
  'write-only': colors.indigo,
  'read-only': colors.blue,
  custom: slate,
  'v1-user': colors.violet,
  danger: colors.red,
  warning: colors.yellow,
  healthy: colors.teal,
};

export const theme = createTheme({
  primaryColor: 'cobalt',
  primaryShade: { light: 7, dark: 7 },
  autoContrast: true,
  colors: { cobalt, gray: slate, dark: ink, ...meanings },
  black: '#171a21',
  fontFamily:
    "'Inter Variable', Inter, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace:
    "ui-monospace, 'SF Mono', 'JetBrains Mono', 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.45' },
      h5: { fontSize: '0.875rem', lineHeight: '1.5' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Text: { defaultProps: { size: 'sm' } },
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } },
    Input: { defaultProps: { size: 'sm' } },
    InputWrapper: { styles: { label: { marginBottom: 4 } } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', withAlignedLabels: true } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Table: {
      defaultProps: {
        verticalSpacing: 7,
        horizontalSpacing: 12,
        borderColor: 'var(--headgate-line)',
      },
    },
    Divider: { defaultProps: { color: 'var(--headgate-line)' } },
    Badge: { defaultProps: { radius: 'sm', variant: 'light', tt: 'none', fw: 550 } },
    Modal: {
      styles: { title: { fontWeight: 600 } },
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': 'Close' },
        // The header element would be a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    Menu: {
      defaultProps: {
        shadow: 'md',
        position: 'bottom-start',
        // It would stand in the menu without a role, which screen readers count as an item.
        withInitialFocusPlaceholder: false,
      },
    },
    Tooltip: Tooltip.extend({
      defaultProps: {
        withArrow: true,
        openDelay: 250,
        events: { hover: true, focus: true, touch: true },
      },
    }),
  },
});

/** The tints of badges and alerts: quieter than Mantine's in the dark, and legible in both. */
function tints(scheme: 'light' | 'dark'): Record<string, string> {
  const tinted = { ...meanings, cobalt, gray: slate };
  return Object.fromEntries(
    Object.entries(tinted).flatMap(([name, tuple]) => [
      [
        `--mantine-color-${name}-light`,
        `color-mix(in srgb, ${tuple[6]} ${scheme === 'light' ? 12 : 20}%, transparent)`,
      ],
      [
        `--mantine-color-${name}-light-color`,
        scheme === 'light' ? `color-mix(in srgb, ${tuple[9]} 72%, black)` : tuple[3],
      ],
    ]),
  );
}

/** White words on it keep 4.5:1, which Mantine's own red does not. */
const dangerFilled = {
  '--mantine-color-danger-filled': '#c92a2a',
  '--mantine-color-danger-filled-hover': '#b02525',
};

/** Surfaces and lines, and the greys that must keep 4.5:1 on both of them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...tints('light'),
    ...dangerFilled,
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#5d6574',
    '--mantine-color-placeholder': '#6b7280',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-danger-outline': '#c92a2a',
    '--mantine-color-default-border': '#d6dae1',
    '--headgate-canvas': '#f7f8fa',
    '--headgate-line': '#e4e7ec',
    '--headgate-hover': '#eef0f4',
    '--headgate-active': '#e6ebfb',
    '--headgate-active-text': '#2a48bd',
  },
  dark: {
    ...tints('dark'),
    ...dangerFilled,
    '--mantine-color-body': '#14161c',
    '--mantine-color-dimmed': '#98a0ae',
    '--mantine-color-placeholder': '#8b93a1',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-default-border': '#343a45',
    '--headgate-canvas': '#0e1014',
    '--headgate-line': '#262a33',
    '--headgate-hover': '#1d2129',
    '--headgate-active': '#1f2638',
    '--headgate-active-text': '#c5d1fd',
  },
});
