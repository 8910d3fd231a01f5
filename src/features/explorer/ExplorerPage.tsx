import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { PageHeader } from '@/ui/PageHeader';
import { BuilderPane } from './BuilderPane';
import classes from './explorer.module.css';
import { QueryText } from './QueryText';
import { Results } from './Results';
import { RunBar } from './RunBar';
import type { Source } from './source';
import { useExplorer } from './useExplorer';

export function ExplorerPage() {
  const { orgId = '' } = useParams();
  const source = useMemo<Source>(() => ({ language: 'flux', orgID: orgId }), [orgId]);
  return <Exploring source={source} />;
}

/** For v1 users: InfluxQL over one database. */
export function DatabaseExplorerPage() {
  const { database = '' } = useParams();
  const source = useMemo<Source>(() => ({ language: 'influxql', database }), [database]);
  return <Exploring source={source} subtitle={`Database ${database}`} />;
}

function Exploring({ source, subtitle }: { source: Source; subtitle?: string }) {
  const { ref, width } = useElementSize();
  const explorer = useExplorer(source, width);
  const isNarrow = useMediaQuery('(width < 62em)', false, { getInitialValueInEffect: false });
  return (
    <>
      <PageHeader title="Explorer" subtitle={subtitle}>
        <RunBar explorer={explorer} />
      </PageHeader>
      <div className={classes.page}>
        <BuilderPane explorer={explorer} isNarrow={isNarrow} />
        <div ref={ref}>
          <QueryText explorer={explorer} isNarrow={isNarrow} />
          <div className={classes.results}>
            <Results explorer={explorer} />
          </div>
        </div>
      </div>
    </>
  );
}
