import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link, useMatches } from 'react-router-dom';
import type { Feature, RouteHandle } from '@/components/feature';
import { useCaller } from '@/components/useCaller';
import classes from './Shell.module.css';
import type { MenuItem } from './useMenu';
import { useMenu } from './useMenu';

const titles: Record<Feature['scope'], string> = {
  org: 'Org',
  server: 'Server',
  database: 'Databases',
};

/** What there is, in the order of `features`; what the credential may not use says why. */
export function Navigation() {
  const items = useMenu();
  const { caller } = useCaller();
  const scopes: Feature['scope'][] = caller.kind === 'v1' ? ['database'] : ['org', 'server'];
  return (
    <nav aria-label="Screens">
      {scopes.map((scope) => {
        const inScope = items.filter(({ feature }) => feature.scope === scope);
        return (
          inScope.length > 0 && (
            <div key={scope}>
              <div className={classes.group}>{titles[scope]}</div>
              {inScope.map((item) => (
                <Item key={item.feature.path} {...item} />
              ))}
            </div>
          )
        );
      })}
      {caller.kind === 'v1' && (
        <p className={classes.note}>
          InfluxDB lets a v1 user use only the 1.x paths: InfluxQL and line protocol. Orgs, buckets
          and tokens need a token or a password.
        </p>
      )}
    </nav>
  );
}

function Item({ feature, to, obstacle }: MenuItem) {
  const { icon: Icon, label } = feature;
  const isHere = useMatches().some(
    ({ handle }) => (handle as RouteHandle | undefined)?.feature === feature,
  );
  const content = (
    <>
      <Icon size={17} stroke={1.7} />
      <span className={classes.itemLabel}>{label}</span>
    </>
  );
  if (obstacle !== undefined) {
    return (
      <Tooltip label={obstacle} position="right" multiline maw={320}>
        <UnstyledButton aria-disabled="true" className={classes.item} w="100%">
          {content}
          <IconLock size={13} />
        </UnstyledButton>
      </Tooltip>
    );
  }
  return (
    <Link to={to} className={classes.item} aria-current={isHere ? 'page' : undefined}>
      {content}
    </Link>
  );
}
