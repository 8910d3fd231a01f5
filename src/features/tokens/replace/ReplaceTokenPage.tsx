import { Box } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { tokenQueries } from '@/api/tokens';
import { RanCalls } from '@/components/RanCalls';
import { goneToken } from '@/features/tokens/GoneToken';
import { isTokenCall } from '@/features/tokens/isTokenCall';
import { paths } from '@/lib/paths';
import { parsePermission } from '@/lib/permissions';
import type { Replacement } from '@/lib/replacementRecord';
import { replacedName } from '@/lib/replacementRecord';
import { BackLink } from './BackLink';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { begunFor, granting } from './begin';
import { ReplacementFlow } from './ReplacementFlow';
import { StepList, stepLabel } from './StepList';
import classes from './replace.module.css';
import { beginStored, replacementOf, useStoredReplacement } from './replacementStore';

export function ReplaceTokenPage() {
  return (
    <Section lines={10} explain={goneToken}>
      <Replacing />
    </Section>
  );
}

function Replacing() {
  const { server = '', tokenId = '' } = useParams();
  const replacement = useStoredReplacement(server, tokenId);
  return replacement ? <Begun replacement={replacement} /> : <Beginning />;
}

/** What was begun lives outside the page, so that leaving it loses nothing. */
function Beginning() {
  const { server = '', tokenId = '' } = useParams();
  const [params] = useSearchParams();
  const { data: token } = useSuspenseQuery(tokenQueries.one(tokenId));
  const grant = params.get('grant');
  useLayoutEffect(() => {
    const before = replacementOf(server, tokenId);
    const permission = grant === null ? undefined : parsePermission(grant);
    beginStored(server, granting(before ?? begunFor(token), permission));
  }, [server, tokenId, token, grant]);
  return null;
}

function Begun({ replacement }: { replacement: Replacement }) {
  const { server = '' } = useParams();
  const { old, step } = replacement;
  const name = replacedName(old);
  const part = useFocusOfStep(step);
  return (
    <>
      <PageHeader
        title={`Replace ${name}`}
        subtitle="InfluxDB cannot change the permissions of a token. A new one takes its place, step by step, and each step can be taken back until the old one is deleted."
      >
        {step !== 'done' && (
          <BackLink to={paths.token(server, old.id)}>
            {step === 'choose' ? 'Cancel' : 'Back to the token'}
          </BackLink>
        )}
      </PageHeader>
      <StepList step={step} />
      <RanCalls about={isTokenCall} />
      <Box
        component="section"
        aria-label={stepLabel(step)}
        className={classes.part}
        ref={part}
        tabIndex={-1}
      >
        <ReplacementFlow replacement={replacement} />
      </Box>
    </>
  );
}

/** What had the focus is gone with its step. */
function useFocusOfStep(step: Replacement['step']) {
  const part = useRef<HTMLElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) part.current?.focus();
    shown.current = step;
  }, [step]);
  return part;
}
