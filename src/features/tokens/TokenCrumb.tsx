import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { tokenQueries } from '@/api/tokens';

export function TokenCrumb() {
  const { tokenId = '' } = useParams();
  const { data: token } = useQuery(tokenQueries.one(tokenId));
  return <>{token?.description || tokenId}</>;
}
