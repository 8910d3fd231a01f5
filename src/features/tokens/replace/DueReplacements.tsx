import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { dueOf } from '@/lib/replacement';
import { replacedName } from '@/lib/replacementRecord';
import { dispatch, replacementOf, useUnfinished } from './replacementStore';
import { useReplacementTasks } from './useReplacementTasks';

const everyMs = 1000;

function reminderId(server: string, tokenId: string): string {
  return `replacement-${server}-${tokenId}`;
}

/** Keeps the stated moments while a tab is open, on whatever screen it is. Shows nothing itself. */
export function DueReplacements() {
  const { server = '' } = useParams();
  const unfinished = useUnfinished(server);
  const tasks = useReplacementTasks(server);
  const navigate = useNavigate();
  const reminded = useRef(new Set<string>());
  useEffect(() => {
    const remind = (tokenId: string, name: string) => {
      const id = reminderId(server, tokenId);
      if (reminded.current.has(id)) return;
      reminded.current.add(id);
      const goOn = () => {
        notifications.hide(id);
        void navigate(paths.replaceToken(server, tokenId));
      };
      notifications.show({
        id,
        color: 'warning',
        autoClose: false,
        title: `“${name}” was to be deactivated`,
        message: (
          <Button size="compact-sm" variant="subtle" onClick={goOn}>
            Go on with its replacement
          </Button>
        ),
      });
    };
    const look = () => {
      for (const { old } of unfinished) {
        const state = replacementOf(server, old.id);
        if (!state || state.running) continue;
        const due = dueOf(state, Date.now());
        if (due === 'missed') remind(old.id, replacedName(old));
        if (due !== 'now') continue;
        dispatch(server, old.id, { type: 'deactivate' });
        void tasks(old.id).run();
      }
    };
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [unfinished, server, tasks, navigate]);
  return null;
}
