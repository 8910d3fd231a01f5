import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { gatewayQueries } from '@/api/gateway';
import { Logo } from '@/components/Logo';
import classes from './session.module.css';

/** What stands around sign-in and set-up. */
export interface SessionFrameProps {
  title: string;
  children: ReactNode;
  /** Beside it, where there is room. */
  aside?: ReactNode;
}

export function SessionFrame({ title, children, aside }: SessionFrameProps) {
  useDocumentTitle(`${title} · Headgate`);
  const { data: configuration } = useQuery(gatewayQueries.configuration);
  return (
    <div className={classes.page}>
      <main className={classes.frame} data-wide={aside ? true : undefined}>
        <div className={classes.brand}>
          <Logo size={26} /> Headgate
        </div>
        <div className={classes.columns}>
          <div className={classes.column}>{children}</div>
          {aside && <div className={classes.column}>{aside}</div>}
        </div>
        <footer className={classes.foot}>
          <span>Admin console and data explorer for InfluxDB</span>
          <span>{configuration && `Headgate ${configuration.version}`}</span>
        </footer>
      </main>
    </div>
  );
}
