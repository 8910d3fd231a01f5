import { useSuspenseQuery } from '@tanstack/react-query';
import { tokenQueries } from '@/api/tokens';
import { useCaller } from '@/components/useCaller';
import { useSurroundings } from '@/components/useSurroundings';
import { Section } from '@/ui/Section';
import type { ConsequencesProps } from '@/features/tokens/Consequences';
import { Consequences } from '@/features/tokens/Consequences';
import { tokenRows } from '@/features/tokens/tokenRows';

export interface OldTokenConsequencesProps extends Pick<ConsequencesProps, 'action'> {
  tokenId: string;
}

/** What follows for whoever has not changed over yet. */
export function OldTokenConsequences(props: OldTokenConsequencesProps) {
  return (
    <Section lines={2}>
      <Known {...props} />
    </Section>
  );
}

function Known({ action, tokenId }: OldTokenConsequencesProps) {
  const { data: tokens } = useSuspenseQuery(tokenQueries.all);
  const around = useSurroundings();
  const { caller } = useCaller();
  const rows = tokenRows(tokens, around, caller).filter(({ id }) => id === tokenId);
  return <Consequences action={action} rows={rows} />;
}
