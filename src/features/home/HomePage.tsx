import { useParams } from 'react-router-dom';
import { GoneOrg } from '@/components/GoneOrg';
import { useCaller } from '@/components/useCaller';
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
  const { caller } = useCaller();
  const org = useOrgs().find(({ id }) => id === orgId);
  // An operator sees every org there is.
  if (caller.isOperator && !org) return <GoneOrg />;
  return (
    <>
      <PageHeader
        title={org?.name ?? `Org ${orgId}`}
        subtitle={
          org?.name === undefined ? (
            'This credential may not read the name of the org.'
          ) : (
            <Id id={orgId} of="org" />
          )
        }
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
