import { AppShell, Burger, ScrollArea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import { Link, Outlet, useParams } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { DatabaseSwitcher } from '@/components/DatabaseSwitcher';
import { Logo } from '@/components/Logo';
import { OrgSwitcher } from '@/components/OrgSwitcher';
import { Section } from '@/ui/Section';
import { Crumbs } from './Crumbs';
import { IdentityChip } from './IdentityChip';
import type { Overlay } from './Keyboard';
import { Background } from './Background';
import { Keyboard } from './Keyboard';
import { Navigation } from './Navigation';
import { SchemeToggle } from './SchemeToggle';
import { SearchButton } from './SearchButton';
import { ServerChip } from './ServerChip';
import classes from './Shell.module.css';
import { useHere } from './useHere';

/** What stands around every screen of a server. */
export function Shell() {
  const { server = '' } = useParams();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { orgId, database } = useHere();
  const [overlay, setOverlay] = useState<Overlay>();
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      layout="alt"
    >
      <a href="#page" className={classes.skip} onClick={skipToPage}>
        Skip to the page
      </a>
      <AppShell.Header className={classes.header}>
        <Burger
          opened={isOpen}
          onClick={toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={isOpen ? 'Close the menu' : 'Open the menu'}
        />
        <Crumbs />
        <SearchButton onClick={() => setOverlay('palette')} />
        <SchemeToggle />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label="Headgate" component="aside">
        <AppShell.Section className={classes.brandRow}>
          <Link to={paths.server(server)} className={classes.brand} onClick={close}>
            <Logo /> Headgate
          </Link>
          <Burger
            opened
            onClick={close}
            hiddenFrom="sm"
            size="sm"
            mr="sm"
            aria-label="Close the menu"
          />
        </AppShell.Section>
        <AppShell.Section px={8} pb={4}>
          <ServerChip />
          {orgId !== undefined && <OrgSwitcher server={server} orgId={orgId} />}
          {database !== undefined && <DatabaseSwitcher server={server} database={database} />}
        </AppShell.Section>
        <AppShell.Section grow component={ScrollArea} px={8} onClick={close}>
          <Navigation />
        </AppShell.Section>
        <AppShell.Section className={classes.foot}>
          <IdentityChip />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main className={classes.main}>
        <div id="page" tabIndex={-1} className={classes.page}>
          <Suspense fallback={<Section lines={6}>{null}</Section>}>
            <Outlet />
          </Suspense>
        </div>
      </AppShell.Main>
      <Keyboard overlay={overlay} onChange={setOverlay} />
      <Background />
    </AppShell>
  );
}

/** A hash in the address would be taken by the router. */
function skipToPage(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById('page')?.focus();
}
