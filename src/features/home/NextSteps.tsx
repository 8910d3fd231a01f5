import { Text } from '@mantine/core';
import {
  IconChartLine,
  IconEyeCheck,
  IconKey,
  IconDatabasePlus,
  IconPencilPlus,
  IconBuildings,
} from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useCaller } from '@/components/useCaller';
import { mayAnyBucket } from '@/lib/capability';
import { paths } from '@/lib/paths';
import { readOf, writeOf } from '@/lib/permissions';
import classes from './home.module.css';

interface Step {
  icon: typeof IconChartLine;
  label: string;
  about: string;
  to: string;
  isPossible: boolean;
}

export interface NextStepsProps {
  server: string;
  orgId: string;
}

/** What this credential can do here, in the order in which newcomers want it. */
export function NextSteps({ server, orgId }: NextStepsProps) {
  const { caller, can } = useCaller();
  const steps: Step[] = [
    {
      icon: IconChartLine,
      label: 'Explore data',
      about: 'Pick series, chart them, read the Flux',
      to: paths.explorer(server, orgId),
      isPossible: mayAnyBucket(caller, 'read'),
    },
    {
      icon: IconPencilPlus,
      label: 'Write line protocol',
      about: 'Checked line by line before it is sent',
      to: paths.write(server, orgId),
      isPossible: mayAnyBucket(caller, 'write'),
    },
    {
      icon: IconDatabasePlus,
      label: 'Create a bucket',
      about: 'With any retention',
      to: paths.newBucket(server, orgId),
      isPossible: can(writeOf('buckets', { orgID: orgId })).answer === 'yes',
    },
    {
      icon: IconKey,
      label: 'Give a device access',
      about: 'A token that holds what it needs, and no more',
      to: paths.newToken(server, { org: orgId, preset: 'telegraf-writer' }),
      isPossible: can(writeOf('authorizations', { orgID: orgId })).answer === 'yes',
    },
    {
      icon: IconEyeCheck,
      label: 'See who reads and writes',
      about: 'From a bucket to every credential, and back',
      to: paths.orgAccess(server, orgId),
      isPossible: can(readOf('authorizations', { orgID: orgId })).answer === 'yes',
    },
    {
      icon: IconBuildings,
      label: 'Manage orgs',
      about: 'Create, rename, delete',
      to: paths.orgs(server),
      isPossible: can(writeOf('orgs', { id: orgId })).answer === 'yes',
    },
  ];
  return (
    <div className={classes.steps}>
      {steps
        .filter(({ isPossible }) => isPossible)
        .map(({ icon: Icon, label, about, to }) => (
          <Link key={label} to={to} className={classes.step}>
            <Icon size={18} stroke={1.7} />
            <span>
              <Text fw={550} component="div">
                {label}
              </Text>
              <Text size="xs" c="dimmed" component="div">
                {about}
              </Text>
            </span>
          </Link>
        ))}
    </div>
  );
}
