/** How Material UI's parts look here. */

import type { Components, Theme } from '@mui/material/styles';

type Overrides = Components<Omit<Theme, 'components'>>;

/** A ring that is seen on every ground, for whoever works by keyboard. */
const ring = (theme: Omit<Theme, 'components'>) => ({
  outline: `2px solid ${theme.vars.palette.focus}`,
  outlineOffset: 2,
});

function baseline(): Overrides {
  return {
    MuiCssBaseline: {
      styleOverrides: (theme) => ({
        html: { height: '100%', WebkitTextSizeAdjust: '100%' },
        body: { minHeight: '100%', fontVariantNumeric: 'tabular-nums', overflowWrap: 'break-word' },
        ':focus-visible': ring(theme),
        // A dialog takes the focus as a whole when it opens; its shape shows that already.
        '[role="dialog"]:focus-visible, [role="presentation"]:focus-visible': { outline: 'none' },
        kbd: {
          display: 'inline-grid',
          placeItems: 'center',
          minWidth: 24,
          padding: '1px 6px',
          border: `1px solid ${theme.vars.palette.divider}`,
          borderBottomWidth: 2,
          borderRadius: 6,
          background: theme.vars.palette.background.default,
          color: theme.vars.palette.text.secondary,
          fontFamily: 'inherit',
          fontSize: '0.75rem',
          fontWeight: 600,
          lineHeight: 1.5,
        },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
            scrollBehavior: 'auto !important',
          },
        },
      }),
    },
  };
}

function buttons(): Overrides {
  return {
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: ({ theme }) => ({ fontFamily: 'inherit', '&.Mui-focusVisible': ring(theme) }) },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: ({ theme }) => ({
          minHeight: 38,
          paddingInline: 16,
          borderRadius: 8,
          whiteSpace: 'nowrap',
          variants: [
            { props: { size: 'small' }, style: { minHeight: 30, paddingInline: 10, fontSize: '0.8125rem' } },
            { props: { size: 'large' }, style: { minHeight: 46, fontSize: '1rem' } },
            {
              props: { variant: 'outlined', color: 'inherit' },
              style: { borderColor: theme.vars.palette.surface.edge },
            },
          ],
        }),
      },
    },
    MuiIconButton: { styleOverrides: { root: { borderRadius: 8 } } },
  };
}

function fields(): Overrides {
  return {
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: ({ theme }) => ({
          minHeight: 42,
          borderRadius: 8,
          backgroundColor: theme.vars.palette.background.paper,
        }),
        notchedOutline: ({ theme }) => ({ borderColor: theme.vars.palette.surface.edge }),
      },
    },
    MuiInputBase: {
      styleOverrides: {
        input: ({ theme }) => ({
          '&::placeholder': { color: theme.vars.palette.text.secondary, opacity: 1 },
        }),
      },
    },
    MuiFormHelperText: { styleOverrides: { root: { marginInline: 2, fontSize: '0.8125rem' } } },
  };
}

function layers(): Overrides {
  return {
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiDialog: {
      styleOverrides: {
        paper: ({ theme }) => ({ borderRadius: 14, border: `1px solid ${theme.vars.palette.divider}` }),
      },
    },
    MuiDialogTitle: {
      styleOverrides: { root: { padding: '20px 24px 8px', fontSize: '1.125rem', fontWeight: 650 } },
    },
    MuiDialogContent: { styleOverrides: { root: { paddingTop: 8 } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px', gap: 4 } } },
    MuiMenu: {
      styleOverrides: {
        paper: ({ theme }) => ({
          marginTop: 4,
          borderRadius: 10,
          border: `1px solid ${theme.vars.palette.divider}`,
          boxShadow: theme.vars.shadows[8],
        }),
      },
    },
    MuiMenuItem: { styleOverrides: { root: { fontSize: '0.9375rem', minHeight: 40 } } },
    MuiListItemIcon: { styleOverrides: { root: { minWidth: 32, color: 'inherit' } } },
    MuiTooltip: {
      defaultProps: { enterDelay: 500, disableInteractive: true },
      styleOverrides: {
        tooltip: ({ theme }) => ({
          backgroundColor: theme.vars.palette.notice.main,
          color: theme.vars.palette.notice.contrastText,
          fontSize: '0.8125rem',
          fontWeight: 500,
          padding: '5px 9px',
        }),
      },
    },
  };
}

function displays(): Overrides {
  return {
    MuiAlert: {
      styleOverrides: {
        root: ({ theme, ownerState }) => {
          const own = theme.vars.palette;
          const soft = { error: own.danger, warning: own.caution, success: own.done, info: undefined };
          const pair = soft[ownerState.severity ?? 'info'];
          return {
            borderRadius: 8,
            fontSize: '0.9375rem',
            alignItems: 'center',
            backgroundColor: pair?.soft ?? own.surface.soft,
            color: pair?.onSoft ?? own.surface.onSoft,
            '& .MuiAlert-icon': { color: 'inherit', opacity: 1 },
          };
        },
      },
    },
    MuiChip: { styleOverrides: { root: { borderRadius: 7, fontWeight: 550 } } },
    MuiTableCell: {
      styleOverrides: {
        root: ({ theme }) => ({
          padding: '12px 16px',
          fontSize: '0.9375rem',
          borderColor: theme.vars.palette.divider,
          [theme.breakpoints.down('sm')]: { paddingInline: 12 },
        }),
        head: ({ theme }) => ({
          padding: '10px 16px',
          fontSize: '0.8125rem',
          fontWeight: 600,
          color: theme.vars.palette.text.secondary,
          [theme.breakpoints.down('sm')]: { paddingInline: 12 },
        }),
      },
    },
    MuiLink: {
      styleOverrides: { root: { fontWeight: 550, textUnderlineOffset: 3, textDecorationThickness: 1 } },
    },
  };
}

export function componentsOf(): Overrides {
  return { ...baseline(), ...buttons(), ...fields(), ...layers(), ...displays() };
}
