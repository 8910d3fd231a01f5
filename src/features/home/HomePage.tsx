import { useParams } from 'react-router-dom';
import { useOrgs } from '@/components/useOrgs';
import { Id } from '@/ui/Id';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { BucketsHere } from './BucketsHere';
import classes from './home.module.css';
import { NextSteps } from './NextSteps';
import { WhoAmI } from './WhoAmI';

export function HomePage() {
  const { server = '', orgId = '' } = useParams();
  const name = useOrgs().find(({ id }) => id === orgId)?.name;
  return (
    <>
      <PageHeader
        title={name ?? 'Org without a name to see'}
        subtitle={<Id id={orgId} of="org" />}
      />
      <div className={classes.columns}>
        <Section title="Buckets" lines={6}>
          <BucketsHere server={server} orgId={orgId} />
        </Section>
        <div className={classes.side}>
          <Section title="You">
            <WhoAmI />
          </Section>
          <Section title="Next">
            <NextSteps server={server} orgId={orgId} />
          </Section>
        </div>
      </div>
    </>
  );
}
