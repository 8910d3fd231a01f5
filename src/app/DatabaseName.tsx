import { useParams } from 'react-router-dom';

export function DatabaseName() {
  const { database = 'Databases' } = useParams();
  return <>{database}</>;
}
