import { Fragment } from 'react';
import { Link, useMatches } from 'react-router-dom';
import type { RouteHandle } from '@/components/feature';
import { OrgName } from '@/components/OrgName';
import { paths } from '@/lib/paths';
import classes from './Shell.module.css';

/** Where this is: org, then what the routes' handles say. */
export function Crumbs() {
  const matches = useMatches();
  const { server = '', orgId } = matches.at(-1)?.params ?? {};
  const steps = matches.flatMap(({ id, pathname, handle }) => {
    const { crumb } = (handle ?? {}) as RouteHandle;
    return crumb === undefined ? [] : [{ id, pathname, crumb }];
  });
  return (
    <nav aria-label="Breadcrumbs" className={classes.crumbs}>
      {orgId !== undefined && (
        <span className={classes.crumb}>
          <Link to={paths.home(server, orgId)}>
            <OrgName id={orgId} />
          </Link>
        </span>
      )}
      {steps.map(({ id, pathname, crumb: Crumb }, index) => {
        const text = typeof Crumb === 'string' ? Crumb : <Crumb />;
        const isLast = index === steps.length - 1;
        return (
          <Fragment key={id}>
            {(index > 0 || orgId !== undefined) && (
              <span className={classes.slash} aria-hidden="true">
                /
              </span>
            )}
            <span className={classes.crumb} aria-current={isLast ? 'page' : undefined}>
              {isLast ? text : <Link to={pathname}>{text}</Link>}
            </span>
          </Fragment>
        );
      })}
    </nav>
  );
}
