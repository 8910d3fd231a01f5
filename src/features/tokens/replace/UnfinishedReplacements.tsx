import { Alert, Anchor, List, Text } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { counted } from '@/lib/counted';
import { paths } from '@/lib/paths';
import { dueOf } from '@/lib/replacement';
import type { Replacement } from '@/lib/replacementRecord';
import { newTokenIds, replacedName } from '@/lib/replacementRecord';
import { momentText } from '@/ui/TimeAgo';
import { useNow } from '@/ui/useNow';
import { useUnfinished } from './replacementStore';

const waitsFor: Record<Replacement['step'], string> = {
  choose: '',
  create: 'it is not known whether the new token was created',
  lost: 'the secret of the new token was lost',
  handOver: 'the new secret is to be handed over',
  prove: 'the new token is to be proven',
  retire: 'the old token is to be deactivated',
  test: 'the old token is inactive, and to be deleted',
  undo: 'undoing it has stopped in the middle',
  done: '',
  undone: '',
};

function stateWords(replacement: Replacement, now: number): string {
  const words = waitsFor[replacement.step];
  if (replacement.step !== 'retire' || replacement.dueAt === undefined) return words;
  const moment = momentText(replacement.dueAt);
  return dueOf(replacement, now) === 'missed'
    ? `${words}: the moment has passed (${moment})`
    : `${words} at ${moment}`;
}

export interface UnfinishedReplacementsProps {
  /** Only of this token, as the old or the new one. */
  tokenId?: string;
}

function isAbout(replacement: Replacement, tokenId: string): boolean {
  return replacement.old.id === tokenId || newTokenIds(replacement).includes(tokenId);
}

/** Begun in this browser, in any tab, and waiting for somebody. Nothing while there are none. */
export function UnfinishedReplacements({ tokenId }: UnfinishedReplacementsProps) {
  const { server = '' } = useParams();
  const now = useNow();
  const unfinished = useUnfinished(server).filter(
    (each) => tokenId === undefined || isAbout(each, tokenId),
  );
  if (unfinished.length === 0) return null;
  return (
    <Alert variant="light" mb="md" title={counted(unfinished.length, 'unfinished replacement')}>
      <List size="sm">
        {unfinished.map((replacement) => {
          const { id } = replacement.old;
          return (
            <List.Item key={id}>
              <Anchor component={Link} underline="always" to={paths.replaceToken(server, id)}>
                Replace {replacedName(replacement.old)}
              </Anchor>
              <Text span c="dimmed">
                : {stateWords(replacement, now)}
              </Text>
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}
