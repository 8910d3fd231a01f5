import { notifications } from '@mantine/notifications';
import { useNavigate } from 'react-router-dom';
import { forget, kept } from '@/api/credentialStore';
import { describe } from '@/api/errors';
import { endSession } from '@/api/session';
import { paths } from '@/lib/paths';

/** The server forgets the session; this tab and those beside it forget the credential. */
export function useSignOut(server: string): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    const credentials = kept(server);
    try {
      if (credentials) await endSession(server, credentials);
    } catch (error) {
      const { title, detail } = describe(error);
      notifications.show({
        color: 'danger',
        title: `Signed out here, but the session on the server stays: ${title}`,
        message: detail,
      });
    }
    forget(server);
    await navigate(paths.signIn(server));
  };
}
